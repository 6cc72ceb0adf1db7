#include "kind.h"
#include "json.h"
#include "json_scan.h"

/* Files that land among pages by mistake. What they hold is text to no one. */
static const struct {
	struct str begins;
	const char *what;
} files[] = {
	{ STR_ITEM("\x1F\x8B\x08"), "compressed, not text: zcat makes text of it" },
	{ STR_ITEM("BZh91AY&SY"), "compressed, not text: bzcat makes text of it" },
	{ STR_ITEM("\xFD\x37zXZ"), "compressed, not text: xzcat makes text of it" },
	{ STR_ITEM("\x28\xB5\x2F\xFD"), "compressed, not text: zstdcat makes text of it" },
	{ STR_ITEM("PK\x03\x04"), "a ZIP archive or an office document, not text: unzip it, or save it as text" },
	{ STR_ITEM("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "an office document, not text: save it as text" },
	{ STR_ITEM("{\\rtf"), "RTF, not text: unrtf --text makes text of it" },
	{ STR_ITEM("%PDF-"), "PDF, not text: pdftotext makes text of it" },
	{ STR_ITEM("\x1B$)C"), "ISO-2022-KR, not text that is read: iconv -f ISO-2022-KR makes it so" }, /* RFC 1557: it opens with that */
	{ STR_ITEM("SQLite format 3"), "an SQLite database, not text" },
	{ STR_ITEM("<!doctype html"), "HTML, not text: trafilatura makes text of it" },
	{ STR_ITEM("<html>"), "HTML, not text: trafilatura makes text of it" },
	{ STR_ITEM("<html "), "HTML, not text: trafilatura makes text of it" },
	{ STR_ITEM("From: <Saved by "), "MHTML, not text: save the page as text" }, /* as browsers do */
	{ STR_ITEM("From: \"Saved by "), "MHTML, not text: save the page as text" },
	{ STR_ITEM("<?xml "), "XML, not text: take the text out of it" },
};

/* A page of text may keep a first tag; a file has another one behind it. */
static enum kind
markup_kind(struct str s, bool all)
{
	const char *p = memchr(s.p, '>', s.n), *end = s.p + s.n;

	p = p ? scan_space(p + 1, end) : end;
	if (p == end)
		return all ? KIND_TEXT : KIND_UNSURE;
	return *p == '<' ? KIND_OTHER : KIND_TEXT;
}

static enum kind
file_kind(struct str s, bool all, const char **why)
{
	bool unsure = false;

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		enum kind is = KIND_OTHER;

		if (!str_starts_nocase(s, files[i].begins)) {
			unsure |= !all && str_starts_nocase(files[i].begins, s);
			continue;
		}
		if (*s.p == '<')
			is = markup_kind(s, all);
		if (is == KIND_OTHER)
			*why = files[i].what;
		return is;
	}
	return unsure ? KIND_UNSURE : KIND_TEXT;
}

/* The first line begins like an object: is it one, or is it at least followed by one? */
static enum kind
first_line(struct str s, bool all)
{
	const char *lf = memchr(s.p, '\n', s.n), *end = s.p + s.n, *next;

	if (!lf)
		return all ? KIND_ARTICLES : KIND_UNSURE;
	next = scan_space(lf, end);
	if (!json_check(str_of(s.p, (size_t)(lf - s.p))) || (next == end && all) || (next < end && *next == '{'))
		return KIND_ARTICLES;
	return next == end ? KIND_UNSURE : KIND_TEXT;
}

/* jq -s and most exporters write `[{"a":1},{"a":2}]`, jq without -c and Python's indent=2 a member a line. */
static enum kind
json_kind(struct str s, bool all, const char **why)
{
	const char *p = s.p, *end = p + s.n, *start;
	bool array = *p == '[';
	enum kind is;

	if (array) {
		p = scan_space(p + 1, end);
		if (p == end)
			return all ? KIND_TEXT : KIND_UNSURE;
	}
	if (*p != '{')
		return KIND_TEXT;
	start = p + 1;
	p = scan_space(start, end);
	if (p == end && !all)
		return KIND_UNSURE;
	if (p < end && *p == '"' && array) {
		*why = "a JSON array, not an object a line: jq -c '.[]' makes lines of it";
		return KIND_OTHER;
	}
	if (p < end && *p == '"' && memchr(start, '\n', (size_t)(p - start))) {
		*why = "JSON over several lines, not an object a line: jq -c . makes lines of it";
		return KIND_OTHER;
	}
	if (array)
		return KIND_TEXT;
	is = p < end && (*p == '"' || *p == '}') ? first_line(s, all) : KIND_TEXT;
	if (is == KIND_TEXT)
		*why = "begins with { but is no article: taken for text";
	return is;
}

enum kind
kind_of(struct str s, bool all, const char **why)
{
	enum kind is;

	*why = NULL;
	if (!s.n) /* no input at all has no address */
		return KIND_TEXT;
	is = file_kind(s, all, why);
	return is == KIND_TEXT ? json_kind(s, all, why) : is;
}

bool
kind_is_file(struct str s)
{
	const char *why;

	return s.n && file_kind(s, true, &why) == KIND_OTHER;
}
