# Targets of the tests; included by the Makefile. A unit test is tests/unit/ROOM_NAME.c (cmocka), linked with its room's library;
# tests/unit/lib_NAME.c and tests/unit/split_NAME.c need the hall alone.

UNIT_SOURCES = $(wildcard tests/unit/*.c)
UNIT_TESTS   = $(UNIT_SOURCES:tests/unit/%.c=$(OUT)/tests/%)
PRELOADS     = $(OUT)/tools/shortread.so $(OUT)/tools/faults.so

room_of = $(filter $(ROOMS),$(firstword $(subst _, ,$(notdir $(1)))))

define unit_rule
$(OUT)/tests/$(basename $(notdir $(1))): $(1) $(if $(call room_of,$(1)),$(OUT)/lib$(call room_of,$(1)).a) $(LIB)
	@mkdir -p $$(@D)
	$(CC) $(KFLAGS) $(if $(call room_of,$(1)),-Isrc/$(call room_of,$(1))) $(CFLAGS) $(SAN) $(LDFLAGS) -o $$@ $$^ \
	    $(if $(call room_of,$(1)),$$($(call room_of,$(1))_LIBS)) $(LIBS) -lcmocka
endef
$(foreach u,$(UNIT_SOURCES),$(eval $(call unit_rule,$(u))))

$(OUT)/tools/%.so: tests/tools/%.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror -O1 -shared -fPIC -o $@ $< -ldl

check: all $(UNIT_TESTS) $(PRELOADS)
	OUT=$(OUT) BIN=$(BIN) tests/run $(T)

check-asan:
	$(MAKE) OUT=build/asan SANITIZE=1 check

regen: all
	bash tests/golden.t --regen $(T)

.PHONY: check check-asan regen
