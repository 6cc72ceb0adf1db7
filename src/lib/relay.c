#include "relay.h"
#include "err.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define PIPE_BYTES (1 << 20) /* so much is on its way before one of the two waits; what Linux gives to everybody */

static bool
several_processors(void)
{
	cpu_set_t set;

	return sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 1;
}

/* A child that waits for input would not notice that its parent is gone. */
static void
die_with(pid_t parent)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(STATUS_ERROR);
}

pid_t
relay_fork(int *fd)
{
	int end[2];
	pid_t parent = getpid(), child;

	if (!several_processors() || pipe2(end, O_CLOEXEC))
		return -1;
	child = fork();
	if (child == 0) {
		die_with(parent);
		dup2(end[1], STDOUT_FILENO);
	} else if (child > 0) {
		fcntl(end[0], F_SETPIPE_SZ, PIPE_BYTES);
		*fd = end[0];
	}
	if (child <= 0)
		close(end[0]);
	close(end[1]);
	return child;
}

void
relay_exit(void)
{
	_exit(err_status());
}

void
relay_wait(pid_t child)
{
	int status;
	pid_t ended;

	do
		ended = waitpid(child, &status, 0);
	while (ended < 0 && errno == EINTR);
	if (ended < 0)
		err_warn(STATUS_ERROR, "the process that cuts the text is lost:");
	else if (WIFEXITED(status))
		err_raise(WEXITSTATUS(status));
	else
		err_warn(STATUS_ERROR, "the process that cuts the text was killed by signal %d: its end is missing", WTERMSIG(status));
}
