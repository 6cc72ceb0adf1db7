/* What is printed of an outlet's name elsewhere on its page, when one line alone says too little. */
#include "split_found.h"
#include "split_source.h"

#define KNOWN_WELL 50 /* points: more than any two weak kinds */
#define LINE_MOST 160 /* bytes of a line that is looked at */

/* How many lines of furniture, different ones, print the name? */
static unsigned
lines_with(const struct page *p, struct str name)
{
	uint64_t before = 0;
	unsigned n = 0;

	for (size_t i = 0; i < p->n && n < 2; i++) {
		struct str s = text(p, i);

		if ((p->fate[i] != FATE_DROP && p->fate[i] != FATE_TITLE)
		    || class_in(class(p, i), IN(CAPTION) | IN(PHOTO) | IN(RELATED)) || s.n > LINE_MOST)
			continue;
		for (size_t at = str_find_nocase(s, name, 0); at < s.n; at = str_find_nocase(s, name, at + 1)) {
			if (!stands_alone(s, at, name.n) || p->line[i].hash == before)
				continue;
			before = p->line[i].hash;
			n++;
			break;
		}
	}
	return n;
}

/* Are the letters of the name those of the host, `Gull Point Weekly` of www.gullpointweekly.example? Of a name of several words the first
 * two are enough. */
static bool
spells_host(struct str name, struct str host)
{
	size_t i = 0, k, words = 0;

	if (str_starts(host, STR("www.")))
		host = str_from(host, 4);
	if (str_starts_nocase(name, STR("the ")) && !str_starts_nocase(host, STR("the")))
		name = str_from(name, 4);
	for (k = 0; k < name.n; k++) {
		char c = name.p[k];

		if (!is_wordy(c)) {
			if (++words > 1 && i >= 8 && i < host.n && host.p[i] == '.')
				return true;
			continue;
		}
		if (i == host.n || (host.p[i] | 0x20) != (c | 0x20))
			return false;
		i++;
	}
	return i >= 5 && i < host.n && host.p[i] == '.';
}

static void
read_hosts(const struct page *p)
{
	struct hosts *h = p->hosts;

	h->read = true;
	h->n = 0;
	for (size_t i = 0; i < p->n && h->n < HOSTS; i++)
		if (is(p, i, LINE_MAIL) || class_in(class(p, i), IN(URL) | IN(PREFIX) | IN(HEADER_URL) | IN(CONTACT)))
			h->host[h->n++] = host_of(text(p, i));
}

bool
page_hosts(const struct page *p, struct str name)
{
	if (!p->hosts->read)
		read_hosts(p);
	for (size_t i = 0; i < p->hosts->n; i++)
		if (spells_host(name, p->hosts->host[i]))
			return true;
	return false;
}

void
again_read(const struct page *p, struct found *f)
{
	struct candidate best = found_best(f);

	if (best.points >= KNOWN_WELL || (best.points && f->n == 1)) /* nothing changes that */
		return;
	for (size_t i = 0, n = f->n; i < n; i++) {
		struct str as = f->list[i].as;

		if (f->list[i].outlet || as.n < 4)
			continue;
		if (lines_with(p, as) >= 2)
			offer(f, NULL, as, BY_AGAIN);
		if (page_hosts(p, as))
			offer(f, NULL, as, BY_HOST);
	}
}
