/* Cells in every dialect, and what a spreadsheet must not change. */
#include "dialect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>

struct pair {
	struct str in, out;
};

#define P(in, out) { { in, sizeof in - 1 }, { out, sizeof out - 1 } }

static void
expect(struct dialect d, const struct pair *pairs, size_t n)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < n; i++) {
		/* a heap block of its own size: AddressSanitizer sees a read behind the end */
		char *p = malloc(pairs[i].in.n ? pairs[i].in.n : 1);
		struct cell c;
		size_t at[] = { 0 };

		memcpy(p, pairs[i].in.p, pairs[i].in.n);
		cell_text(&c, str_of(p, pairs[i].in.n));
		b.n = 0;
		dialect_cells(&d, &b, &c, at, 1);
		if (!str_eq(buf_view(&b), pairs[i].out))
			fail_msg("%.*s: %.*s", (int)pairs[i].in.n, pairs[i].in.p, (int)b.n, b.p);
		free(p);
	}
	buf_free(&b);
}

#define EXPECT(dialect, pairs) expect(dialect, pairs, sizeof pairs / sizeof *pairs)

static void
cleans(void **state)
{
	static const struct pair pairs[] = { P("", ""), P("a", "a"), P("abc", "abc"), P("abcd", "abcd"), P("\"q\"", "\"q\""),
		P("a\tb", "a b"), P("\n", " "), P("abcdefg\t", "abcdefg "), P("\tbcdefgh", " bcdefgh"), P("abcdefghi\r\n", "abcdefghi  "),
		P("abcdefghijklmno\tqrstuvwxyz", "abcdefghijklmno qrstuvwxyz"), P("nul\0nul", "nul nul"), P("del\x7f.", "del ."),
		P("\xc2\x85", " "), P("abc\xc2\xa0", "abc\xc2\xa0"), P("\xc2\x9f..", " .."), P("caf\xc3\xa9", "caf\xc3\xa9"),
		P("a\xe2\x80\xa8z", "a z"), P("a\xe2\x80\xa9", "a "), P("\xe2\x80\x9cq\xe2\x80\x9d", "\xe2\x80\x9cq\xe2\x80\x9d"),
		P("\xed\x95\x9c\xea\xb5\xad", "\xed\x95\x9c\xea\xb5\xad"), P("back\\slash\\", "back\\slash\\"),
		P("0123456789abcdef\x1f""0123456789abcdef", "0123456789abcdef 0123456789abcdef") };

	(void)state;
	EXPECT(((struct dialect) { .format = TSV }), pairs);
}

static void
escapes(void **state)
{
	static const struct pair pairs[] = { P("a\tb", "a\\tb"), P("a\nb\r", "a\\nb\\r"), P("\\N", "\\\\N"), P("\\", "\\\\"),
		P("bell\a", "bell "), P("0123456789abcde\\0123456789abcdef", "0123456789abcde\\\\0123456789abcdef"), P("", "NULL") };

	(void)state;
	EXPECT(((struct dialect) { .format = TSV, .escape = true, .null = { "NULL", 4 } }), pairs);
}

static void
quotes(void **state)
{
	static const struct pair pairs[] = { P("plain", "plain"), P("a,b", "\"a,b\""), P("\"", "\"\"\"\""), P("a\"b", "\"a\"\"b\""),
		P(" a", "\" a\""), P("a ", "\"a \""), P("\n", "\" \""), P("tab\t", "\"tab \""), P("a;b", "a;b"), P("", "") };

	(void)state;
	EXPECT(((struct dialect) { .format = CSV }), pairs);
}

static void
guards(void **state)
{
	static const struct pair pairs[] = { P("plain", "plain"), P("=1+2", "'=1+2"), P("-", "'-"), P("+82-2", "'+82-2"), P("@x", "'@x"),
		P("007", "=\"007\""), P("0", "0"), P("12345", "12345"), P("123456789012345", "123456789012345"),
		P("1234567890123456", "=\"1234567890123456\""), P("1e5", "=\"1e5\""), P("12e4567", "=\"12e4567\""), P("3.10", "=\"3.10\""),
		P("1/2", "=\"1/2\""), P("May 5", "=\"May 5\""), P("november 3, 2025", "=\"november 3, 2025\""), P("May", "May"),
		P("true", "=\"true\""), P("FALSE", "=\"FALSE\""), P("2025-11-04", "2025-11-04"), P("2025-11", "=\"2025-11\""),
		P("15%", "=\"15%\""), P("12:30 PM", "=\"12:30 PM\""), P("Hwasong-20", "Hwasong-20"), P("57th", "57th"),
		P("2025-W45", "2025-W45"), P("11월 4일", "=\"11월 4일\""), P("4국", "4국"), P("...", "..."), P("e", "e") };

	(void)state;
	EXPECT(((struct dialect) { .format = TSV, .excel = true }), pairs);
}

static void
cuts_long_cells(void **state)
{
	struct dialect d = { .format = TSV, .excel = true };
	struct buf in = { 0 }, b = { 0 };

	(void)state;
	for (int i = 0; i < 20000; i++)
		buf_str(&in, STR("\xf0\x9f\x9a\x80"));
	dialect_text(&d, &b, buf_view(&in));
	assert_true(d.cut);
	assert_int_equal(b.n, 4 * (32767 / 2)); /* two UTF-16 units each */
	d.cut = false;
	b.n = 0;
	dialect_text(&d, &b, str_of(in.p, 4 * 16000));
	assert_false(d.cut);
	assert_int_equal(b.n, 4 * 16000);
	buf_free(&in);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cleans),
		cmocka_unit_test(escapes),
		cmocka_unit_test(quotes),
		cmocka_unit_test(guards),
		cmocka_unit_test(cuts_long_cells),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
