#include "out.h"
#include "err.h"
#include "mem.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK ((size_t)128 << 10)

struct out {
	int fd;
	const char *path;
	struct buf *memory; /* instead of fd */
	unsigned users;     /* calls of out_close that end it */
	size_t n;
	unsigned long long total;
	char bytes[BLOCK];
};

static struct out *
out_new(int fd, const char *path, struct buf *memory)
{
	struct out *out = mem_resize(NULL, 1, sizeof *out);

	out->fd = fd;
	out->path = path;
	out->memory = memory;
	out->users = 1;
	out->n = 0;
	out->total = 0;
	return out;
}

struct out *
out_open(void)
{
	if (fcntl(STDOUT_FILENO, F_GETFD) < 0)
		err_die("<stdout>:");
	return out_new(STDOUT_FILENO, "<stdout>", NULL);
}

struct out *
out_file(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	if (fd < 0)
		err_die("%s:", path);
	return out_new(fd, path, NULL);
}

/* Is the path another name for an open file: /dev/stdout, or the file it was redirected to? */
static bool
is_file_of(int fd, const char *path)
{
	struct stat open, named;

	return fstat(fd, &open) == 0 && stat(path, &named) == 0 && open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

static void
check_report(const char *path, struct str first)
{
	char begin[16];
	struct stat st;
	ssize_t n;
	int fd;

	if (stat(path, &st) < 0 || !S_ISREG(st.st_mode) || st.st_size == 0)
		return;
	fd = open(path, O_RDONLY | O_CLOEXEC);
	n = fd < 0 ? -1 : read(fd, begin, sizeof begin);
	if (n < 0)
		err_die("%s:", path);
	close(fd);
	if (!str_starts(str_of(begin, (size_t)n), first))
		err_die("%s: holds something else than a report: not written over", path);
}

struct out *
out_report(const char *path, struct str first, struct out *standard)
{
	if (str_eq(str_z(path), STR("-")) || is_file_of(standard->fd, path)) {
		standard->users++;
		return standard;
	}
	if (is_file_of(STDERR_FILENO, path))
		return out_new(fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0), path, NULL);
	check_report(path, first);
	return out_file(path);
}

struct out *
out_memory(struct buf *to)
{
	return out_new(-1, "memory", to);
}

/* The reader of a pipe is gone: end as by SIGPIPE, also where the signal was inherited ignored (systemd's default). */
static void
die_by_sigpipe(void)
{
	sigset_t set;

	signal(SIGPIPE, SIG_DFL);
	sigemptyset(&set);
	sigaddset(&set, SIGPIPE);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	raise(SIGPIPE);
	_exit(128 + SIGPIPE);
}

static void
write_all(struct out *out, const char *p, size_t n)
{
	if (out->memory) {
		buf_add(out->memory, p, n);
		return;
	}
	while (n) {
		ssize_t done = write(out->fd, p, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0 && errno == EAGAIN) { /* another program has made it non-blocking: ssh, node */
			poll(&(struct pollfd) { .fd = out->fd, .events = POLLOUT }, 1, -1);
			continue;
		}
		if (done < 0 && errno == EPIPE)
			die_by_sigpipe();
		if (done < 0)
			err_die("%s:", out->path);
		p += done;
		n -= (size_t)done;
	}
}

void
out_flush(struct out *out)
{
	write_all(out, out->bytes, out->n);
	out->n = 0;
}

void
out_sync(struct out *out)
{
	struct stat st;

	out_flush(out);
	if (!out->memory && fstat(out->fd, &st) == 0 && S_ISREG(st.st_mode) && fdatasync(out->fd) < 0)
		err_die("%s:", out->path);
}

void
out_add(struct out *out, const char *p, size_t n)
{
	out->total += n;
	if (n > BLOCK - out->n) {
		out_flush(out);
		if (n >= BLOCK) {
			write_all(out, p, n);
			return;
		}
	}
	if (n)
		memcpy(out->bytes + out->n, p, n);
	out->n += n;
}

void
out_char(struct out *out, char c)
{
	if (out->n == BLOCK)
		out_flush(out);
	out->bytes[out->n++] = c;
	out->total++;
}

size_t
out_pending(const struct out *out)
{
	return out->n;
}

unsigned long long
out_bytes(const struct out *out)
{
	return out->total;
}

void
out_close(struct out *out)
{
	out_flush(out);
	if (--out->users)
		return;
	if (!out->memory && close(out->fd) < 0)
		err_die("%s:", out->path);
	free(out);
}
