/* Messages and the exit status of a filter (kwire.7, EXIT STATUS).
 *
 * A message is one line on standard error, written by one write(2). The worst status met so far is kept for the program;
 * a filter ends with `return err_status();`. */
#ifndef KWIRE_ERR_H
#define KWIRE_ERR_H

#include "str.h"

enum {
	STATUS_OK = 0,    /* all read, all written */
	STATUS_INPUT = 1, /* done, but some input could not be used */
	STATUS_ERROR = 2  /* usage, I/O, memory or state error */
};

/* Sets the name that opens every message: the last component of argv[0]. */
void err_init(const char *argv0);

/* The program's name as set by err_init. */
const char *err_name(void);

/* "name: message"; raises the status to `status`. A format that ends in ':' gets a blank and strerror(errno) appended. */
void err_warn(int status, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same for a place in the input: "name: FILE:LINE: message" ("<stdin>" where file is "-"; no line if it is 0). */
void err_at(int status, struct str file, unsigned long long line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* As err_warn with STATUS_ERROR, then ends the program with status 2. */
_Noreturn void err_die(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* As err_die for a wrong command line: adds "Try 'name --help' for more information." */
_Noreturn void err_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Input that had to be repaired: counts as STATUS_INPUT under --strict only. Prints nothing. */
void err_repaired(void);

/* Makes err_repaired count (option --strict). */
void err_set_strict(void);

/* Raises the status to `status`. Prints nothing: who met it has said so. */
void err_raise(int status);

/* The worst status so far; err_reset sets it back to 0 (tests and fuzzers). */
int err_status(void);
void err_reset(void);

#endif
