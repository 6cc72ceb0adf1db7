/* The memory between runs: one SQLite database (kdedup.1, STATE). One transaction a run; what was not committed never was.
 * Every error ends the program with status 2: a state that cannot be read is never taken for an empty one. */
#ifndef KDEDUP_STATE_H
#define KDEDUP_STATE_H

#include "kdedup.h"
#include "store.h"

struct state;

/* Opens or creates the database, waits for its lock, checks that it was made with the same parameters, and begins the
 * transaction. */
struct state *state_open(const struct kdedup_opt *opt);

/* Brings the articles of the newest date's window into the store. */
void state_load(struct state *s, struct store *store);

/* Brings in those round `day` too. */
void state_load_day(struct state *s, struct store *store, int32_t day);

/* An article kept in an earlier run, outside the window as well. Strings are copied into the arena. */
struct found {
	struct str id, cluster;
	int32_t day;
};

/* The first article of that normal form in any earlier run; false if there is none. */
bool state_exact(struct state *s, struct hash128 hash, struct found *found, struct arena *arena);

/* The number that the next article gets. */
uint64_t state_next(const struct state *s);

/* `of`: the kept article that this one is a copy of; empty if it is kept itself. */
void state_add(struct state *s, const struct sketch *sketch, struct str id, struct str of, struct str cluster,
    struct str source);

/* The article of an earlier run that first had this paragraph; empty if none. */
struct str state_paragraph(struct state *s, uint64_t hash, struct arena *arena);

/* Notes that the article last added has it. */
void state_add_paragraph(struct state *s, uint64_t hash);

/* Forgets what is too old, commits. Call it when all output has arrived. */
void state_commit(struct state *s);

/* After state_commit, to go on: begins again and brings in what other runs have added meanwhile. */
void state_begin(struct state *s, struct store *store);

/* Without a commit before it, all is rolled back. */
void state_close(struct state *s);

#endif
