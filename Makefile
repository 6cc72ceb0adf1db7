# kwire: make builds the filters into bin/. `make help` lists the targets.
# CC, CFLAGS, LDFLAGS, PREFIX, DESTDIR are respected; OUT=build/asan SANITIZE=1 builds a second tree beside the first;
# WERROR= lets a compiler pass that knows more warnings than those this was written with.

VERSION = 0.1.0
# every folder of src that holds a main.c is a filter
ROOMS   = $(patsubst src/%/main.c,%,$(wildcard src/*/main.c))
PREFIX ?= /usr/local
CFLAGS ?= -O3 -g
OUT    ?= build
BIN    ?= $(if $(filter build,$(OUT)),bin,$(OUT)/bin)

PACKAGES = libpcre2-8 libutf8proc sqlite3 libxxhash
WERROR  ?= -Werror
WARN     = -Wall -Wextra $(WERROR) -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings
MISSING := $(shell for p in $(PACKAGES); do pkg-config --exists $$p 2>/dev/null || echo $$p; done)
KFLAGS   = $(if $(MISSING),$(error pkg-config does not find $(MISSING): README.md names the packages to install))-std=c11 \
           -D_GNU_SOURCE -DVERSION='"$(VERSION)"' -Isrc/lib -I$(OUT)/gen $(WARN) $(PACKAGE_FLAGS)
PACKAGE_FLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
LIBS     := $(shell pkg-config --libs libpcre2-8 libutf8proc 2>/dev/null) -lm
SAN      = $(if $(SANITIZE),-fsanitize=address$(comma)undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
comma    = ,

LIB_OBJECTS = $(patsubst src/lib/%.c,$(OUT)/lib/%.o,$(wildcard src/lib/*.c))
TABLES      = $(wildcard src/ksplit/data/*.tsv src/ktag/data/*.tsv src/knorm/data/*.tsv)
LIB         = $(OUT)/libkwire.a
PROGRAMS    = $(ROOMS:%=$(BIN)/%)

all: $(PROGRAMS)

# A room may bring rules of its own: generated sources go into <room>_GENERATED, libraries into <room>_LIBS.
-include src/*/room.mk

# src/ROOM/data/lists.tsv, phrases.tsv: a macro each list, for the rules that ask for its words.
LISTS        = $(filter %/lists.tsv %/phrases.tsv,$(TABLES))
LIST_HEADERS = $(patsubst src/%/data/lists.tsv,$(OUT)/gen/%_lists.h,$(filter %/lists.tsv,$(LISTS)))
NOT_EMBEDDED += $(LISTS)

$(LIST_HEADERS): $(OUT)/gen/%_lists.h: src/tools/mklists.awk $(LISTS)
	@mkdir -p $(@D)
	awk -f $< $(filter src/$*/%,$(LISTS)) >$@

# src/ROOM/data/NAME.tsv is compiled in as `const struct str table_ROOM_NAME`. A room that generates something else from a
# table names it in NOT_EMBEDDED.
table_object = $(OUT)/gen/$(subst /,_,$(patsubst src/%.tsv,%,$(subst /data/,/,$(1)))).o
TABLE_OBJECTS = $(foreach t,$(filter-out $(NOT_EMBEDDED),$(TABLES)),$(call table_object,$(t)))

define table_rule
$(call table_object,$(1)): $(1) $(OUT)/tools/embed
	@mkdir -p $(OUT)/gen
	$(OUT)/tools/embed table_$(basename $(notdir $(call table_object,$(1)))) $(1) >$$(@:.o=.c)
	$$(CC) $$(KFLAGS) $$(CFLAGS) -c -o $$@ $$(@:.o=.c)
endef
$(foreach t,$(filter-out $(NOT_EMBEDDED),$(TABLES)),$(eval $(call table_rule,$(t))))

# The tables of splitting are loaded when the filters are built, and compiled in as they are in memory.
IMAGE = $(OUT)/gen/rules_image.o

$(OUT)/tools/mkrules: src/tools/mkrules.c $(LIB_OBJECTS) $(TABLE_OBJECTS)
	@mkdir -p $(@D)
	$(CC) $(KFLAGS) $(CFLAGS) $(SAN) $(LDFLAGS) -o $@ $^ $(LIBS)

$(IMAGE:.o=.c): $(OUT)/tools/mkrules
	@mkdir -p $(@D)
	ASAN_OPTIONS=detect_leaks=0 $< >$@

$(LIB): $(LIB_OBJECTS) $(TABLE_OBJECTS) $(IMAGE)
	@rm -f $@
	$(AR) rcs $@ $^

define room_rules
$(1)_OBJECTS = $(patsubst src/%.c,$(OUT)/%.o,$(wildcard src/$(1)/*.c)) $$($(1)_GENERATED:%.c=%.o)
$(BIN)/$(1): $$($(1)_OBJECTS) $(LIB)
	@mkdir -p $$(@D)
	$(CC) $(SAN) $(LDFLAGS) -o $$@ $$^ $$($(1)_LIBS) $(LIBS)
$(OUT)/lib$(1).a: $$(filter-out %/main.o,$$($(1)_OBJECTS))
	@rm -f $$@
	$(AR) rcs $$@ $$^
endef
$(foreach r,$(ROOMS),$(eval $(call room_rules,$(r))))

$(OUT)/%.o: src/%.c | $(LIST_HEADERS)
	@mkdir -p $(@D)
	$(CC) $(KFLAGS) $(CFLAGS) $(SAN) -MMD -MP -c -o $@ $<

$(OUT)/gen/%.o: $(OUT)/gen/%.c
	$(CC) $(KFLAGS) $(CFLAGS) -c -o $@ $<

$(OUT)/tools/%: src/tools/%.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE $(WARN) -O1 -o $@ $<

-include $(wildcard $(OUT)/lib/*.d $(ROOMS:%=$(OUT)/%/*.d))

include tests/tests.mk

# In quotes: a folder may have blanks in its name.
INSTALL_BIN = "$(DESTDIR)$(PREFIX)/bin"
INSTALL_MAN = "$(DESTDIR)$(PREFIX)/share/man"

install: all
	install -d $(INSTALL_BIN) $(INSTALL_MAN)/man1 $(INSTALL_MAN)/man5 $(INSTALL_MAN)/man7
	install -m 755 $(PROGRAMS) $(INSTALL_BIN)
	install -m 644 $(ROOMS:%=man/%.1) $(INSTALL_MAN)/man1
	install -m 644 man/kwire.5 $(INSTALL_MAN)/man5
	install -m 644 man/kwire.7 $(INSTALL_MAN)/man7

uninstall:
	rm -f $(foreach r,$(ROOMS),$(INSTALL_BIN)/$(r) $(INSTALL_MAN)/man1/$(r).1) $(INSTALL_MAN)/man5/kwire.5 $(INSTALL_MAN)/man7/kwire.7

clean:
	rm -rf build $(ROOMS:%=bin/%)

help:
	@echo 'make            build the filters into bin/'
	@echo 'make check      run all tests (TAP, by prove); T=tests/NAME.t runs one'
	@echo 'make check-asan the same with AddressSanitizer and UBSan'
	@echo 'make regen      T=FILTER/NAME: write a golden output again and show the difference'
	@echo 'make bench      throughput and start-up as ratios to cat and iconv in the same run'
	@echo 'make fuzz       libFuzzer on every filter, SECONDS=30 each (needs clang); SEED=1: the same each time'
	@echo 'make lint       warnings by gcc and clang, cppcheck, shellcheck, mandoc, layers'
	@echo 'make install    PREFIX=/usr/local, DESTDIR= ; make uninstall removes it'
	@echo 'make clean      remove everything built'

.PHONY: all install uninstall clean help
.DELETE_ON_ERROR:
