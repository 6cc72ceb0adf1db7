#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define INTERVAL 0.2 /* seconds between two drawings */

static struct {
	const struct in *in;
	double start, last;
} state;

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void
progress_open(unsigned times, const struct in *in)
{
	if (times == 0 || (times == 1 && !isatty(STDERR_FILENO)))
		return;
	state.in = in;
	state.start = state.last = now();
}

/* Whole numbers only: a decimal sign would depend on the locale. */
static void
draw(double at, unsigned long long articles)
{
	unsigned long long bytes = in_bytes(state.in), size = in_size(state.in);
	double seconds = at - state.start;
	unsigned long long rate = seconds > 0 ? (unsigned long long)((double)bytes / seconds) : 0;
	char line[200];
	int n = snprintf(line, sizeof line, "\r%llu MB", bytes / 1000000);

	if (articles)
		n += snprintf(line + n, sizeof line - (size_t)n, "  %llu articles", articles);
	n += snprintf(line + n, sizeof line - (size_t)n, "  %llu MB/s", rate / 1000000);
	if (size && bytes <= size)
		n += snprintf(line + n, sizeof line - (size_t)n, "  %llu%%  %llu s left", bytes * 100 / size,
		    rate ? (size - bytes) / rate : 0);
	n += snprintf(line + n, sizeof line - (size_t)n, "  ");
	if (write(STDERR_FILENO, line, (size_t)n) < 0) { /* an ornament */
	}
}

void
progress_tick(unsigned long long articles)
{
	double at;

	if (!state.in)
		return;
	at = now();
	if (at - state.last < INTERVAL)
		return;
	state.last = at;
	draw(at, articles);
}

void
progress_close(unsigned long long articles)
{
	if (!state.in)
		return;
	draw(now(), articles);
	if (write(STDERR_FILENO, "\n", 1) < 0) { /* an ornament */
	}
	state.in = NULL;
}
