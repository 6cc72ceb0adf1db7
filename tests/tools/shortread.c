/* LD_PRELOAD: read(2) returns at most $SHORT_READS bytes, so that every boundary between two reads is met. */
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

ssize_t
read(int fd, void *p, size_t n)
{
	static ssize_t (*real)(int, void *, size_t);
	static size_t most;

	if (!real) {
		const char *text = getenv("SHORT_READS");

		*(void **)&real = dlsym(RTLD_NEXT, "read");
		most = text ? (size_t)strtoul(text, NULL, 10) : 0;
	}
	return real(fd, p, most && n > most ? most : n);
}
