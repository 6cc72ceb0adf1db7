/* LD_PRELOAD: lets one system call or allocation fail. $FAULT is CALL:N:ERRNO, where CALL is read, write, malloc, or close or fdatasync
 * of standard output; the N-th call fails (with that error number, but for malloc), the ones before and after it work. */
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static unsigned long calls[5];

static int
is_due(const char *call, int kind)
{
	const char *fault = getenv("FAULT");
	size_t n = strlen(call);
	char *end;

	if (!fault || strncmp(fault, call, n) != 0 || fault[n] != ':')
		return 0;
	if (++calls[kind] != strtoul(fault + n + 1, &end, 10))
		return 0;
	errno = *end == ':' ? atoi(end + 1) : EIO;
	return 1;
}

ssize_t
read(int fd, void *p, size_t n)
{
	static ssize_t (*real)(int, void *, size_t);

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "read");
	return is_due("read", 0) ? -1 : real(fd, p, n);
}

ssize_t
write(int fd, const void *p, size_t n)
{
	static ssize_t (*real)(int, const void *, size_t);

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "write");
	return fd != STDERR_FILENO && is_due("write", 1) ? -1 : real(fd, p, n);
}

int
close(int fd)
{
	static int (*real)(int);

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "close");
	return fd == STDOUT_FILENO && is_due("close", 3) ? -1 : real(fd);
}

int
fdatasync(int fd)
{
	static int (*real)(int);

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "fdatasync");
	return fd == STDOUT_FILENO && is_due("fdatasync", 4) ? -1 : real(fd);
}

void *
malloc(size_t n)
{
	static void *(*real)(size_t);

	if (!real)
		*(void **)&real = dlsym(RTLD_NEXT, "malloc");
	if (is_due("malloc", 2)) {
		errno = ENOMEM;
		return NULL;
	}
	return real(n);
}
