/* Normalization form C (Unicode 15, UAX #15) by utf8proc, on the spans that need it. */
#include "fix.h"
#include "mem.h"
#include "normal.h"
#include "walk.h"

#include <stdlib.h>
#include <utf8proc.h>

#define NO_SEQUENCE UINT16_MAX
#define SECOND_OF_PAIR 0x8000 /* utf8proc marks in comb_index what composes with the character before it */

/* Neither changed by normalization nor able to join with the character before it. */
static bool
is_inert(uint32_t c, bool compat)
{
	const utf8proc_property_t *p;

	if (c < 0x80)
		return true;
	if (c >= 0xAC00 && c <= 0xD7A3)
		return true;
	if ((c >= 0x1100 && c <= 0x11FF) || (c >= 0xA960 && c <= 0xA97F))
		return false;
	if (c < 0x300 && !compat)
		return true;
	p = utf8proc_get_property((utf8proc_int32_t)c);
	if (p->combining_class || (p->decomp_seqindex != NO_SEQUENCE && (compat || p->decomp_type == 0)))
		return false;
	return p->comb_index == NO_SEQUENCE || p->comb_index < SECOND_OF_PAIR;
}

/* Decomposes, orders and composes a span; appends it to `to` as UTF-8. */
static void
normalize(struct str s, bool compat, struct buf *to)
{
	utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | (compat ? UTF8PROC_COMPAT : 0);
	size_t room = s.n * 20 + 64, n; /* one character becomes at most 18 */
	utf8proc_int32_t *c = mem_resize(NULL, 2 * room, sizeof *c);
	utf8proc_ssize_t left;

	n = normal_decompose(s, c, room, how);
	normal_order(c, n, c + room);
	left = utf8proc_normalize_utf32(c, (utf8proc_ssize_t)n, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	for (utf8proc_ssize_t i = 0; i < left; i++) {
		char u[4];

		buf_add(to, u, utf8_encode(u, (uint32_t)c[i]));
	}
	free(c);
}

bool
nfc_step(struct fix *f)
{
	struct str s = fix_text(f);
	struct buf span = { 0 };
	size_t start = 0, i, len;

	for (i = 0; (i = walk_foreign(s, i)) < s.n; i += len) {
		uint32_t c;

		if (walk_is_hangul(s.p + i) || ((unsigned char)s.p[i] == 0xE2 && (unsigned char)s.p[i + 1] == 0x80
		    && (unsigned char)s.p[i + 2] >= 0x90 && !f->opt->nfkc)) {
			start = i;
			len = 3;
			continue;
		}
		if (i && !(s.p[i - 1] & 0x80))
			start = i - 1;
		c = utf8_decode(s.p + i, s.n - i, &len);
		if (is_inert(c, f->opt->nfkc)) {
			start = i;
			continue;
		}
		do {
			i += len;
			if (i < s.n)
				c = utf8_decode(s.p + i, s.n - i, &len);
		} while (i < s.n && !is_inert(c, f->opt->nfkc));
		span.n = 0;
		normalize(str_of(s.p + start, i - start), f->opt->nfkc, &span);
		if (!str_eq(buf_view(&span), str_of(s.p + start, i - start)))
			fix_change(f, RULE_NFC, start, i - start, span.p, span.n);
		start = i;
		len = 0;
	}
	buf_free(&span);
	return fix_end(f);
}
