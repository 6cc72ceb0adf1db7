# Targets of the tests; included by the Makefile. A unit test is tests/unit/ROOM_NAME.c (cmocka), linked with its room's library;
# tests/unit/lib_NAME.c and tests/unit/split_NAME.c need the hall alone.

UNIT_SOURCES = $(wildcard tests/unit/*.c)
UNIT_TESTS   = $(UNIT_SOURCES:tests/unit/%.c=$(OUT)/tests/%)
PRELOADS     = $(OUT)/tools/shortread.so $(OUT)/tools/faults.so

room_of = $(filter $(ROOMS),$(firstword $(subst _, ,$(notdir $(1)))))

define unit_rule
$(OUT)/tests/$(basename $(notdir $(1))): $(1) $(if $(call room_of,$(1)),$(OUT)/lib$(call room_of,$(1)).a) $(LIB)
	@mkdir -p $$(@D)
	$$(CC) $$(KFLAGS) $(if $(call room_of,$(1)),-Isrc/$(call room_of,$(1))) $$(CFLAGS) $$(SAN) $$(LDFLAGS) -o $$@ $$^ \
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

$(OUT)/tools/gen: tests/bench/gen.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -Wall -Wextra -Werror -O2 -o $@ $<

bench: all $(OUT)/tools/gen
	OUT=$(abspath $(OUT)) BIN=$(abspath $(BIN)) bash tests/bench/run.sh

# libFuzzer on each filter's run function: make fuzz FILTER=knorm SECONDS=600. What it finds is kept in build/fuzz. SEED=1 tries the same
# inputs each time.
SECONDS ?= 30
SEED    ?= 0
FUZZED   = $(if $(FILTER),$(FILTER),$(ROOMS))

fuzz: $(PRELOADS)
	$(MAKE) OUT=build/fuzz CC=clang SAN='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all' \
	    $(FUZZED:%=build/fuzz/fuzz-%)
	for f in $(FUZZED); do bash tests/fuzz/run.sh $$f $(SECONDS) $(SEED) || exit 1; done

define fuzz_rule
$(OUT)/fuzz-$(1): tests/fuzz/fuzz.c tests/fuzz/mutate.c $(OUT)/lib$(1).a $(LIB)
	$$(CC) $$(KFLAGS) -DROOM=$(1) $(patsubst %,-DVARY='"%"',$(notdir $(wildcard tests/fuzz/$(1)_vary.h))) -Isrc/$(1) $(CFLAGS) -fsanitize=fuzzer,address,undefined -o $$@ $$^ $$($(1)_LIBS) $(LIBS)
endef
$(foreach r,$(ROOMS),$(eval $(call fuzz_rule,$(r))))

lint:
	bash tests/lint.sh

.PHONY: bench fuzz lint
