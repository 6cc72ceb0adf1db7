# ktag's gazetteer: mkgaz compiles the text tables into static arrays.
GAZ_TABLES = $(addprefix src/ktag/data/,$(addsuffix .tsv,countries groups places orgs outlets persons weapons events laws \
    titles roles offices))
NOT_EMBEDDED += $(GAZ_TABLES) src/ktag/data/ambiguous.tsv
ktag_GENERATED += $(OUT)/gen/ktag_gaz.c
MKGAZ_OBJECTS = $(OUT)/ktag/gaz_build.o $(OUT)/ktag/gaz_forms.o $(OUT)/ktag/gaz_fold.o $(OUT)/ktag/gaz_lay.o \
    $(OUT)/ktag/gaz_roman.o $(OUT)/ktag/gaz_row.o $(OUT)/ktag/gaz_text.o

$(OUT)/tools/mkgaz: src/tools/mkgaz.c src/tools/gazunits.c src/tools/gazunits.h $(MKGAZ_OBJECTS) $(wildcard src/ktag/gaz*.h) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(KFLAGS) -Isrc/ktag $(CFLAGS) $(SAN) $(LDFLAGS) -o $@ $< src/tools/gazunits.c $(MKGAZ_OBJECTS) $(LIB) $(LIBS)

$(OUT)/gen/ktag_gaz.c: $(GAZ_TABLES) $(OUT)/tools/mkgaz
	@mkdir -p $(@D)
	ASAN_OPTIONS=detect_leaks=0 $(OUT)/tools/mkgaz src/ktag/data >$@

$(OUT)/gen/ktag_gaz.o: $(OUT)/gen/ktag_gaz.c src/ktag/gaz_image.h src/ktag/gaz_text.h
	$(CC) $(KFLAGS) -Isrc/ktag $(CFLAGS) -c -o $@ $<

# The linter of the tables; tests/gazetteer.t runs it.
$(OUT)/tools/gazlint: src/tools/gazlint.c $(MKGAZ_OBJECTS) $(wildcard src/ktag/gaz*.h) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(KFLAGS) -Isrc/ktag $(CFLAGS) $(SAN) $(LDFLAGS) -o $@ $< $(MKGAZ_OBJECTS) $(LIB) $(LIBS)

check: $(OUT)/tools/gazlint

# mkwords does the same for what single words say.
WORD_TABLES = $(addprefix src/ktag/data/,$(addsuffix .tsv,words word_given word_surname word_syllable role_word quote_word quote_given dates hangul_names))
NOT_EMBEDDED += $(WORD_TABLES)
ktag_GENERATED += $(OUT)/gen/ktag_vocabulary.c

$(OUT)/tools/mkwords: src/tools/mkwords.c $(wildcard src/ktag/*_table.h) src/ktag/words.h src/ktag/date_word.h src/ktag/role_words.h \
    src/ktag/quote_frame.h $(LIB)
	@mkdir -p $(@D)
	$(CC) $(KFLAGS) -Isrc/ktag $(CFLAGS) $(SAN) $(LDFLAGS) -o $@ $< $(LIB) $(LIBS)

$(OUT)/gen/ktag_vocabulary.c: $(WORD_TABLES) $(OUT)/tools/mkwords
	@mkdir -p $(@D)
	ASAN_OPTIONS=detect_leaks=0 $(OUT)/tools/mkwords src/ktag/data >$@

$(OUT)/gen/ktag_vocabulary.o: $(OUT)/gen/ktag_vocabulary.c $(wildcard src/ktag/*_table.h) src/ktag/role_words.h
	$(CC) $(KFLAGS) -Isrc/ktag $(CFLAGS) -c -o $@ $<
