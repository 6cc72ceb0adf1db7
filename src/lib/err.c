#include "err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char *name = "kwire";
static int status;
static bool strict;

void
err_init(const char *argv0)
{
	const char *slash = strrchr(argv0, '/');

	name = slash ? slash + 1 : argv0;
}

const char *
err_name(void)
{
	return name;
}

void
err_raise(int to)
{
	if (status < to)
		status = to;
}

/* One write(2) a message, so that lines of filters in one pipe do not mix. Messages about hostile input are cut. */
static void
message(const char *place, const char *format, va_list args)
{
	char line[2048];
	int saved = errno;
	size_t n = 0, room = sizeof line - 1;
	int got = snprintf(line, room, "%s: %s", name, place);

	n = got < 0 ? 0 : (size_t)got < room ? (size_t)got : room - 1;
	got = vsnprintf(line + n, room - n, format, args);
	n += got < 0 ? 0 : (size_t)got < room - n ? (size_t)got : room - n - 1;
	if (n && line[n - 1] == ':') {
		got = snprintf(line + n, room - n, " %s", strerror(saved));
		n += got < 0 ? 0 : (size_t)got < room - n ? (size_t)got : room - n - 1;
	}
	for (size_t i = 0; i < n; i++) /* a name or a cell may hold line ends, or orders to the terminal */
		if ((unsigned char)line[i] < ' ' || line[i] == 0x7f)
			line[i] = '?';
	line[n++] = '\n';
	if (write(STDERR_FILENO, line, n) < 0) { /* there is nowhere left to say it */
	}
	errno = saved;
}

void
err_warn(int to, const char *format, ...)
{
	va_list args;

	err_raise(to);
	va_start(args, format);
	message("", format, args);
	va_end(args);
}

void
err_at(int to, struct str file, unsigned long long line, const char *format, ...)
{
	char place[512];
	bool std = str_eq(file, STR("-"));
	int n = (int)smaller(file.n, 400);
	va_list args;

	err_raise(to);
	if (line)
		snprintf(place, sizeof place, "%.*s:%llu: ", std ? 7 : n, std ? "<stdin>" : file.p, line);
	else
		snprintf(place, sizeof place, "%.*s: ", std ? 7 : n, std ? "<stdin>" : file.p);
	va_start(args, format);
	message(place, format, args);
	va_end(args);
}

void
err_die(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	message("", format, args);
	va_end(args);
	exit(STATUS_ERROR);
}

void
err_usage(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	message("", format, args);
	va_end(args);
	err_die("Try '%s --help' for more information.", name);
}

void
err_repaired(void)
{
	if (strict)
		err_raise(STATUS_INPUT);
}

void
err_set_strict(void)
{
	strict = true;
}

int
err_status(void)
{
	return status;
}

void
err_reset(void)
{
	status = STATUS_OK;
	strict = false;
}
