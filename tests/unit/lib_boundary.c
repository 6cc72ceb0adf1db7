/* Which NULs end a page: by their places, and by those before them. */
#include "boundary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

/* Reads s in blocks as filters do, and notes a `|` for a boundary and a `0` for another NUL. */
static void
note_nuls(struct str s, char *to)
{
	struct nuls nuls = { 0 };
	const char *nul;

	while (s.n && (nul = memchr(s.p, '\0', s.n)) != NULL) {
		size_t i = (size_t)(nul - s.p);

		*to++ = nuls_boundary(&nuls, s, i) ? '|' : '0';
		s = str_from(s, i + 1);
	}
	*to = '\0';
}

static void
nuls_are_told_apart(void **state)
{
	static const struct {
		struct str text;
		const char *nuls;
	} cases[] = {
		{ STR_ITEM("One pier.\n\0Two boats.\n\0Three crews.\n\0"), "|||" },
		{ STR_ITEM("one\n\0two\n\0"), "||" },
		{ STR_ITEM("One pier.\0Two boats.\0\"Three,\" he said.\0"), "|||" },
		{ STR_ITEM("배 한 척.\0사람 두 명.\n\0끝"), "||" },
		{ STR_ITEM("One pier.\n\n\0\n\nTwo boats\n"), "|" },
		{ STR_ITEM("One pier\n\0Two boats, all rights reserved\0Three crews"), "||" }, /* like the first one */
		{ STR_ITEM("One pier, all rights reserved\0Three crews"), "0" },
		{ STR_ITEM("One pier.\n\0\0\0Empty files stood before\n"), "|||" },
		{ STR_ITEM("A hole\n\0\0\0\0\0\0Two boats\n"), "000000" },
		{ STR_ITEM("A mis\0sile, the North\0Korean one"), "00" },
		{ STR_ITEM("A lost \0quote\0 is one.\0Yes."), "000" }, /* the last stands where one could be, behind damage */
		{ STR_ITEM("O\0n\0e\0\n\0\n\0T\0w\0o\0"), "00000000" },
		{ STR_ITEM("\0O\0n\0e\0\n\0\n\0T\0w\0o"), "00000000" },
		{ STR_ITEM("Lines\0\nthat\0\nend\0\nwith one.\0\n"), "0000" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char found[64];

		note_nuls(cases[i].text, found);
		assert_string_equal(found, cases[i].nuls);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nuls_are_told_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
