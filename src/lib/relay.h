/* Part of a filter's work in a process of its own, where there is a second processor: what the child writes to its standard output this
 * process reads. As with the stages of a pipe, neither outlives the other, and the worst status of both counts. */
#ifndef KWIRE_RELAY_H
#define KWIRE_RELAY_H

#include <sys/types.h>

/* Forks. In the child: 0, its standard output goes to *fd of the parent, and it ends by relay_exit. In the parent: the child. Negative:
 * there is but one processor, or no process was to be had. */
pid_t relay_fork(int *fd);

/* Ends the child with the status that it has come to; what the parent has not yet written is not written here. */
_Noreturn void relay_exit(void);

/* Waits for the child's end and takes its status over. One that was killed is an error with a message. */
void relay_wait(pid_t child);

#endif
