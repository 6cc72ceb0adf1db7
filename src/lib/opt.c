#include "opt.h"
#include "buf.h"
#include "err.h"
#include "mem.h"

#include <ctype.h>
#include <fcntl.h>
#include <getopt.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define OPTIONS 64
#define FIRST_LONG 256 /* getopt_long's value of table entry 0 */

static const char *
spelling(const struct opt *o)
{
	static char text[64];

	snprintf(text, sizeof text, "--%s", o->name);
	return text;
}

/* A number in decimal with nothing behind it but one unit, if units are allowed. */
static size_t
number(const struct opt *o, const char *arg, bool units, size_t most)
{
	const char *p = arg;
	size_t value = 0, unit = 1;

	while (isdigit((unsigned char)*p))
		if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, (size_t)(*p++ - '0'), &value))
			err_usage("%s: '%s' is too large", spelling(o), arg);
	if (units && *p && strchr("KMG", *p) && p > arg)
		unit = *p == 'K' ? (size_t)1 << 10 : *p == 'M' ? (size_t)1 << 20 : (size_t)1 << 30, p++;
	if (p == arg || *p)
		err_usage("%s: '%s' is no number", spelling(o), arg);
	if (__builtin_mul_overflow(value, unit, &value) || value > most)
		err_usage("%s: '%s' is too large", spelling(o), arg);
	return value;
}

/* 0 to 1 with '.' in every locale; strtod would follow LC_NUMERIC if anybody set it. */
static double
ratio(const struct opt *o, const char *arg)
{
	const char *p = arg;
	double value = 0, place = 1;

	while (isdigit((unsigned char)*p))
		value = value * 10 + (*p++ - '0');
	if (*p == '.') {
		while (isdigit((unsigned char)*++p)) {
			value = value * 10 + (*p - '0');
			place *= 10;
		}
	}
	value /= place;
	if (p == arg || *p || !(value >= 0 && value <= 1))
		err_usage("%s: '%s' is no number from 0 to 1", spelling(o), arg);
	return value;
}

static void
list_add(struct opt_list *list, const char *arg)
{
	list->items = mem_resize(list->items, list->n + 1, sizeof *list->items);
	list->items[list->n++] = arg;
}

static void
apply(const struct opt *o, const char *arg)
{
	switch (o->kind) {
	case OPT_FLAG:
		*(bool *)o->to = true;
		break;
	case OPT_COUNT:
		++*(unsigned *)o->to;
		break;
	case OPT_STRING:
		*(const char **)o->to = arg;
		break;
	case OPT_LIST:
		list_add(o->to, arg);
		break;
	case OPT_SIZE:
		*(size_t *)o->to = number(o, arg, true, SIZE_MAX / 64);
		if (*(size_t *)o->to == 0)
			err_usage("%s: more than 0 is wanted", spelling(o));
		break;
	case OPT_UINT:
		*(unsigned *)o->to = (unsigned)number(o, arg, false, UINT_MAX);
		break;
	case OPT_RATIO:
		*(double *)o->to = ratio(o, arg);
		break;
	}
}

static bool
wants_argument(const struct opt *o)
{
	return o->kind != OPT_FLAG && o->kind != OPT_COUNT;
}

/* Fills getopt's own two forms of the table; returns the number of entries. */
static size_t
translate(const struct opt *table, struct option *longs, char *shorts)
{
	size_t n = 0;

	*shorts++ = ':';
	for (; table[n].name; n++) {
		if (n == OPTIONS)
			err_die("more than %d options", OPTIONS);
		longs[n] = (struct option) { table[n].name, wants_argument(&table[n]), NULL, FIRST_LONG + (int)n };
		if (!table[n].letter)
			continue;
		*shorts++ = (char)table[n].letter;
		if (wants_argument(&table[n]))
			*shorts++ = ':';
	}
	longs[n] = (struct option) { "help", no_argument, NULL, 'h' };
	longs[n + 1] = (struct option) { "version", no_argument, NULL, 'V' };
	longs[n + 2] = (struct option) { NULL, 0, NULL, 0 };
	*shorts++ = 'h';
	*shorts++ = 'V';
	*shorts = '\0';
	return n;
}

static const struct opt *
entry_of(const struct opt *table, int c)
{
	if (c >= FIRST_LONG)
		return &table[c - FIRST_LONG];
	while (table->letter != c)
		table++;
	return table;
}

/* Help is no error: standard output, status 0, but a full disk is noticed. */
_Noreturn static void
print_and_exit(const char *text)
{
	struct out *out = out_open();

	out_str(out, str_z(text));
	out_close(out);
	exit(STATUS_OK);
}

_Noreturn static void
print_version(void)
{
	char text[128];

	snprintf(text, sizeof text, "%s (kwire) %s\n", err_name(), VERSION);
	print_and_exit(text);
}

/* Is it the beginning of more than one name? getopt_long does not tell such an option from an unknown one. */
static bool
ambiguous(const char *arg, const struct option *longs)
{
	struct str name = str_of(arg + 2, strcspn(arg + 2, "="));
	int n = 0;

	for (; longs->name; longs++)
		n += str_starts(str_z(longs->name), name);
	return n > 1;
}

_Noreturn static void
refuse(char **argv, int c, const struct option *longs)
{
	const char *arg = argv[optind - 1];

	if (c == '?' && (optopt >= FIRST_LONG || optopt == 'h' || optopt == 'V')) /* known, so it was the long form */
		err_usage("option '%s' takes no argument", arg);
	if (optopt > 0 && optopt < FIRST_LONG)
		err_usage(c == ':' ? "option '-%c' needs an argument" : "unknown option '-%c'", optopt);
	if (c == ':')
		err_usage("option '%s' needs an argument", arg);
	err_usage(ambiguous(arg, longs) ? "option '%s' is ambiguous" : "unknown option '%s'", arg);
}

/* A closed standard input or error stays one that cannot be read or seen: the number must not go to a file opened later, whose
 * bytes would be read as pages, or get the messages. Standard output is for out_open. */
static void
occupy_standard(void)
{
	static const int fds[] = { STDIN_FILENO, STDERR_FILENO };

	for (size_t i = 0; i < sizeof fds / sizeof *fds; i++) {
		int fd = fcntl(fds[i], F_GETFD) < 0 ? open("/dev/null", O_WRONLY) : fds[i];

		if (fd >= 0 && fd != fds[i]) {
			dup2(fd, fds[i]);
			close(fd);
		}
	}
}

char **
opt_parse(int argc, char **argv, const struct opt *table, const char *help)
{
	struct option longs[OPTIONS + 3];
	char shorts[OPTIONS * 2 + 4];
	int c;

	err_init(argc ? argv[0] : "kwire");
	occupy_standard();
	translate(table, longs, shorts);
	opterr = 0;
	while ((c = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		if (c == 'h')
			print_and_exit(help);
		if (c == 'V')
			print_version();
		if (c == '?' || c == ':')
			refuse(argv, c, longs);
		apply(entry_of(table, c), optarg);
		if (strcmp(entry_of(table, c)->name, "strict") == 0)
			err_set_strict();
	}
	return argv + optind;
}

unsigned
opt_choice(const char *option, struct str word, const char *const *words)
{
	struct buf known = { 0 };

	for (unsigned i = 0; words[i]; i++)
		if (str_eq_nocase(word, str_z(words[i])))
			return i;
	for (unsigned i = 0; words[i]; i++)
		buf_format(&known, "%s%s", i ? ", " : "", words[i]);
	err_usage("--%s: '%.*s' is none of %.*s", option, (int)word.n, word.p, (int)known.n, known.p);
}

void
opt_stats(const struct opt_stat *pairs)
{
	struct buf line = { 0 };

	buf_format(&line, "%s", err_name());
	for (; pairs->key; pairs++)
		buf_format(&line, "\t%s=%llu", pairs->key, pairs->value);
	buf_char(&line, '\n');
	if (write(STDERR_FILENO, line.p, line.n) < 0) { /* nowhere left to say it */
	}
	buf_free(&line);
}
