#include "in.h"
#include "err.h"
#include "mem.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct in {
	char **operands; /* what is left of them */
	struct str name;
	int fd;             /* -1: none open */
	struct str memory;  /* what is left of it, instead of fd */
	bool memory_waits;  /* in_next has not been called yet */
	struct out *tied;
	unsigned long long bytes, size;
};

static char dash[] = "-", *standard_input[] = { dash, NULL };

static unsigned long long
size_of(char **operands)
{
	unsigned long long sum = 0;

	for (; *operands; operands++) {
		struct stat st;
		int bad = strcmp(*operands, "-") == 0 ? fstat(STDIN_FILENO, &st) : stat(*operands, &st);

		if (bad || !S_ISREG(st.st_mode))
			return 0;
		sum += (unsigned long long)st.st_size;
	}
	return sum;
}

struct in *
in_open(char **operands)
{
	struct in *in = mem_new(1, sizeof *in);

	if (!*operands && isatty(STDIN_FILENO))
		err_warn(STATUS_OK, "reading from the terminal; end with Ctrl-D, or see %s --help", err_name());
	in->operands = *operands ? operands : standard_input;
	in->size = size_of(in->operands);
	in->fd = -1;
	return in;
}

struct in *
in_memory(struct str name, struct str data)
{
	static char *none[] = { NULL };
	struct in *in = mem_new(1, sizeof *in);

	in->operands = none;
	in->fd = -1;
	in->name = name;
	in->memory = data;
	in->memory_waits = true;
	in->size = data.n;
	return in;
}

void
in_tie(struct in *in, struct out *out)
{
	in->tied = out;
}

static void
close_file(struct in *in)
{
	if (in->fd > STDIN_FILENO)
		close(in->fd);
	in->fd = -1;
}

static int
open_operand(const char *operand)
{
	if (strcmp(operand, "-") == 0)
		return fcntl(STDIN_FILENO, F_GETFD) < 0 ? -1 : STDIN_FILENO;
	return open(operand, O_RDONLY | O_CLOEXEC);
}

/* Is it the file that standard output goes to? `knorm *.txt >all.txt` would read what it writes, without end. */
static bool
is_output(int fd)
{
	struct stat in, out;

	return fstat(fd, &in) == 0 && S_ISREG(in.st_mode) && fstat(STDOUT_FILENO, &out) == 0 && in.st_dev == out.st_dev
	    && in.st_ino == out.st_ino;
}

int
in_next(struct in *in)
{
	if (in->memory_waits) {
		in->memory_waits = false;
		return 1;
	}
	in->memory.n = 0;
	close_file(in);
	while (*in->operands) {
		in->name = str_z(*in->operands++);
		in->fd = open_operand(in->name.p);
		if (in->fd >= 0 && !is_output(in->fd)) {
			posix_fadvise(in->fd, 0, 0, POSIX_FADV_SEQUENTIAL);
			return 1;
		}
		err_at(STATUS_ERROR, in->name.n ? in->name : STR("''"), 0, "%s",
		    in->fd < 0 ? strerror(errno) : "is the output, too: not read");
		close_file(in);
	}
	return 0;
}

bool
in_last(const struct in *in)
{
	return in->fd >= 0 && !*in->operands;
}

void
in_turn(struct in *in, int fd)
{
	close_file(in);
	in->fd = fd;
}

static void
flush_before_wait(struct in *in)
{
	struct pollfd p = { .fd = in->fd, .events = POLLIN };

	if (in->tied && out_pending(in->tied) && poll(&p, 1, 0) == 0)
		out_flush(in->tied);
}

size_t
in_read(struct in *in, char *p, size_t room)
{
	ssize_t got;

	if (in->fd < 0) {
		size_t n = smaller(in->memory.n, room);

		if (n)
			memcpy(p, in->memory.p, n);
		in->memory = str_from(in->memory, n);
		in->bytes += n;
		return n;
	}
	flush_before_wait(in);
	while ((got = read(in->fd, p, room)) < 0 && (errno == EINTR || errno == EAGAIN))
		if (errno == EAGAIN) /* see out.c */
			poll(&(struct pollfd) { .fd = in->fd, .events = POLLIN }, 1, -1);
	if (got < 0) {
		err_at(STATUS_ERROR, in->name, 0, "%s", strerror(errno));
		close_file(in);
		return 0;
	}
	in->bytes += (unsigned long long)got;
	return (size_t)got;
}

struct str
in_name(const struct in *in)
{
	return in->name;
}

unsigned long long
in_bytes(const struct in *in)
{
	return in->bytes;
}

unsigned long long
in_size(const struct in *in)
{
	return in->size;
}

void
in_close(struct in *in)
{
	close_file(in);
	free(in);
}
