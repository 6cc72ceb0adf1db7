#include "state.h"
#include "cal.h"
#include "err.h"
#include "mem.h"

#include <inttypes.h>
#include <sqlite3.h>
#include <stdlib.h>

#define FORMAT 1
#define APPLICATION 0x6b646475 /* "kddu" */

/* Days of the years 1000 to 2999, which is all that cal_valid lets through. */
#define FIRST_DAY (-354285)
#define DAYS 730500

static const char schema[] = "CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;"
    "CREATE TABLE doc (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, date TEXT, day INTEGER, source TEXT, of TEXT, cluster TEXT,"
    " hash BLOB NOT NULL, shingles INTEGER NOT NULL, facts INTEGER NOT NULL, sketch BLOB NOT NULL,"
    " checksum INTEGER NOT NULL);"
    "CREATE INDEX doc_day ON doc (day);"
    "CREATE INDEX doc_hash ON doc (hash);"
    "CREATE TABLE paragraph (hash INTEGER PRIMARY KEY, seq INTEGER NOT NULL);";

#define COLUMNS "seq, coalesce(of, id), date, cluster, hash, shingles, facts, sketch, checksum"

struct state {
	sqlite3 *db;
	const struct kdedup_opt *opt;
	sqlite3_stmt *insert, *exact, *range, *since, *paragraph, *add_paragraph;
	uint64_t next;       /* number of the next article */
	uint64_t first;      /* number of the first article of this run */
	int32_t newest;      /* newest day known */
	bool partial;        /* some rows are not in the store */
	unsigned char *days; /* a bit a day: its rows are in the store */
	struct sketch sketch; /* scratch */
	char date[24];        /* scratch */
	struct buf blob;
};

/* Says in the user's terms what SQLite found, and ends the program. */
_Noreturn static void
fail(const struct state *s, const char *doing)
{
	const char *path = s->opt->state;
	int code = sqlite3_errcode(s->db) & 0xff;

	if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
		err_die("%s: in use by another run; waited %u s (--lock-wait)", path, s->opt->lock_wait);
	if (code == SQLITE_NOTADB)
		err_die("%s: no state of kdedup: %s", path, sqlite3_errmsg(s->db));
	if (code == SQLITE_CORRUPT)
		err_die("%s: damaged: %s (while %s)", path, sqlite3_errmsg(s->db), doing);
	err_die("%s: %s (while %s)", path, sqlite3_errmsg(s->db), doing);
}

static void
execute(struct state *s, const char *sql, const char *doing)
{
	if (sqlite3_exec(s->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail(s, doing);
}

static sqlite3_stmt *
prepare(struct state *s, const char *sql)
{
	sqlite3_stmt *statement;

	if (sqlite3_prepare_v3(s->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
		fail(s, "preparing");
	return statement;
}

/* True: a row; false: the end, and the statement is reset. */
static bool
step(struct state *s, sqlite3_stmt *statement, const char *doing)
{
	int code = sqlite3_step(statement);

	if (code == SQLITE_ROW)
		return true;
	if (code != SQLITE_DONE)
		fail(s, doing);
	sqlite3_reset(statement);
	return false;
}

static int64_t
number(struct state *s, const char *sql, int64_t otherwise)
{
	sqlite3_stmt *statement = prepare(s, sql);
	int64_t value = otherwise;

	if (step(s, statement, "reading") && sqlite3_column_type(statement, 0) != SQLITE_NULL)
		value = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return value;
}

static struct str
column_str(sqlite3_stmt *statement, int column)
{
	const void *p = sqlite3_column_blob(statement, column);

	return str_of(p ? p : "", p ? (size_t)sqlite3_column_bytes(statement, column) : 0);
}

static void
bind_str(sqlite3_stmt *statement, int column, struct str s)
{
	if (s.n)
		sqlite3_bind_text64(statement, column, s.p, s.n, SQLITE_STATIC, SQLITE_UTF8);
	else
		sqlite3_bind_null(statement, column);
}

struct parameter {
	const char *name;
	unsigned value;
};

static void
create(struct state *s, const struct parameter *p)
{
	char sql[256];

	execute(s, schema, "creating it");
	for (; p->name; p++) {
		sqlite3_snprintf(sizeof sql, sql, "INSERT INTO meta VALUES ('%s', %u)", p->name, p->value);
		execute(s, sql, "creating it");
	}
	sqlite3_snprintf(sizeof sql, sql,
	    "INSERT INTO meta VALUES ('made by', 'kdedup %s'); PRAGMA application_id = %d; PRAGMA user_version = %d", VERSION,
	    APPLICATION, FORMAT);
	execute(s, sql, "creating it");
}

/* The numbers in the state were made with these parameters; with others nothing would be found and nobody would notice. */
static void
check_parameters(struct state *s, const struct parameter *p)
{
	char sql[128];
	struct buf theirs = { 0 }, ours = { 0 };
	bool differ = false;

	for (; p->name; p++) {
		int64_t value;

		sqlite3_snprintf(sizeof sql, sql, "SELECT value FROM meta WHERE key = '%s'", p->name);
		value = number(s, sql, -1);
		buf_format(&theirs, " %s %" PRId64, p->name, value);
		buf_format(&ours, " %s %u", p->name, p->value);
		differ |= value != (int64_t)p->value;
	}
	if (differ)
		err_die("%s: made with%.*s; this run has%.*s", s->opt->state, (int)theirs.n, theirs.p, (int)ours.n, ours.p);
	buf_free(&theirs);
	buf_free(&ours);
}

static void
check_or_create(struct state *s)
{
	const struct parameter parameters[] = { { "shingle", s->opt->shingle }, { "rate", s->opt->rate },
		{ "min-words", s->opt->min_words }, { "normal form", WORDS_VERSION }, { NULL, 0 } };
	int64_t application = number(s, "PRAGMA application_id", 0), format = number(s, "PRAGMA user_version", 0);

	if (application == 0 && format == 0 && number(s, "SELECT count(*) FROM sqlite_master", 0) == 0) {
		create(s, parameters);
		return;
	}
	if (application != APPLICATION)
		err_die("%s: a database, but no state of kdedup", s->opt->state);
	if (format != FORMAT)
		err_die("%s: a state of format %" PRId64 "; this kdedup knows format %d", s->opt->state, format, FORMAT);
	check_parameters(s, parameters);
}

static void
begin(struct state *s)
{
	execute(s, "BEGIN IMMEDIATE", "waiting for its lock");
}

static void
prepare_all(struct state *s)
{
	s->insert = prepare(s, "INSERT INTO doc (seq, id, date, day, source, of, cluster, hash, shingles, facts, sketch,"
			       " checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
	s->exact = prepare(s, "SELECT coalesce(of, id), cluster, date FROM doc WHERE hash = ? ORDER BY seq LIMIT 1");
	s->range = prepare(s, "SELECT " COLUMNS " FROM doc WHERE day BETWEEN ? AND ? AND seq < ? ORDER BY seq");
	s->since = prepare(s, "SELECT " COLUMNS " FROM doc WHERE seq >= ? ORDER BY seq");
	s->paragraph = prepare(s, "SELECT id FROM paragraph LEFT JOIN doc USING (seq) WHERE paragraph.hash = ?");
	s->add_paragraph = prepare(s, "INSERT OR IGNORE INTO paragraph VALUES (?, ?)");
}

/* SQLite takes `:memory:` and what begins with `file:` for something else than a file of that name, which would forget all. */
static int
open_file(struct state *s, const char *name)
{
	struct buf path = { 0 };
	int got;

	buf_format(&path, "%s%s", *name == '/' ? "" : "./", name);
	buf_char(&path, '\0');
	got = sqlite3_open_v2(path.p, &s->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
	buf_free(&path);
	return got;
}

struct state *
state_open(const struct kdedup_opt *opt)
{
	struct state *s = mem_new(1, sizeof *s);

	s->opt = opt;
	s->days = mem_new(DAYS / 8 + 1, 1);
	if (open_file(s, opt->state) != SQLITE_OK)
		fail(s, "opening it");
	sqlite3_busy_timeout(s->db, opt->lock_wait > 1000000 ? 1000000000 : (int)opt->lock_wait * 1000);
	execute(s, "PRAGMA cell_size_check = ON; PRAGMA cache_size = -16384", "opening it");
	begin(s);
	check_or_create(s);
	prepare_all(s);
	s->next = s->first = (uint64_t)number(s, "SELECT max(seq) FROM doc", 0) + 1;
	s->newest = (int32_t)number(s, "SELECT max(day) FROM doc", NO_DAY);
	return s;
}

static uint64_t
checksum(struct str hash, struct str sketch)
{
	return hash64(hash) * 31 + hash64(sketch);
}

_Noreturn static void
damaged(const struct state *s, sqlite3_stmt *row)
{
	err_die("%s: damaged: article %lld (%s) is not what was stored", s->opt->state, sqlite3_column_int64(row, 0),
	    (const char *)sqlite3_column_text(row, 1));
}

static struct hash128
hash_of(struct str blob)
{
	struct hash128 h;

	memcpy(&h.high, blob.p, 8);
	memcpy(&h.low, blob.p + 8, 8);
	return h;
}

static void
set_assign(struct set *set, const char *p, size_t n)
{
	set->n = 0;
	set_reserve(set, n);
	if (n)
		memcpy(set->v, p, n * sizeof *set->v);
	set->n = n;
}

static void
load_row(struct state *s, struct store *store, sqlite3_stmt *row)
{
	struct sketch *k = &s->sketch;
	struct str hash = column_str(row, 4), blob = column_str(row, 7);
	size_t n = (size_t)sqlite3_column_int64(row, 5), facts = (size_t)sqlite3_column_int64(row, 6);

	if (hash.n != 16 || blob.n % 4 || n > blob.n / 4 || facts != blob.n / 4 - n
	    || (uint64_t)sqlite3_column_int64(row, 8) != checksum(hash, blob))
		damaged(s, row);
	k->hash = hash_of(hash);
	set_assign(&k->shingles, blob.p, n);
	set_assign(&k->facts, blob.p + n * 4, facts);
	sketch_sample(k, s->opt->rate);
	k->day = day_of(column_str(row, 2));
	store_add(store, k, column_str(row, 1), column_str(row, 3), (uint64_t)sqlite3_column_int64(row, 0));
}

static void
load_rows(struct state *s, struct store *store, sqlite3_stmt *rows)
{
	while (step(s, rows, "reading"))
		load_row(s, store, rows);
}

static bool
is_loaded(const struct state *s, int32_t day)
{
	unsigned i = (unsigned)(day - FIRST_DAY);

	return s->days[i / 8] >> i % 8 & 1;
}

static void
load_range(struct state *s, struct store *store, int32_t from, int32_t to)
{
	for (int32_t day = from; day <= to; day++) {
		unsigned i = (unsigned)(day - FIRST_DAY);

		s->days[i / 8] |= (unsigned char)(1u << i % 8);
	}
	sqlite3_bind_int64(s->range, 1, from);
	sqlite3_bind_int64(s->range, 2, to);
	sqlite3_bind_int64(s->range, 3, (int64_t)s->first);
	load_rows(s, store, s->range);
}

static int32_t
clamp(int64_t day)
{
	return day < FIRST_DAY ? FIRST_DAY : day >= FIRST_DAY + DAYS ? FIRST_DAY + DAYS - 1 : (int32_t)day;
}

/* Room for all postings at once: growing step by step would cost three times as much. */
static void
reserve(struct state *s, struct store *store, int32_t from)
{
	char sql[128];
	int64_t rows, shingles;

	sqlite3_snprintf(sizeof sql, sql, "SELECT count(*) FROM doc WHERE day >= %d", from);
	rows = number(s, sql, 0);
	shingles = number(s, "SELECT avg(shingles) FROM (SELECT shingles FROM doc ORDER BY seq DESC LIMIT 1000)", 0);
	store_reserve(store, (size_t)rows, (size_t)rows * ((size_t)shingles / s->opt->rate + 1));
}

void
state_load(struct state *s, struct store *store)
{
	sqlite3_stmt *undated = prepare(s, "SELECT " COLUMNS " FROM doc WHERE day IS NULL ORDER BY seq");

	load_rows(s, store, undated);
	sqlite3_finalize(undated);
	if (s->newest != NO_DAY) {
		int32_t from = s->opt->window ? clamp((int64_t)s->newest - s->opt->window) : FIRST_DAY;

		reserve(s, store, from);
		load_range(s, store, from, FIRST_DAY + DAYS - 1);
	}
	s->partial = number(s, "SELECT count(*) FROM doc", 0) > (int64_t)store->n;
}

void
state_load_day(struct state *s, struct store *store, int32_t day)
{
	int32_t last, gap = 0;

	if (!s->partial || day == NO_DAY || !s->opt->window)
		return;
	last = clamp((int64_t)day + s->opt->window);
	for (int32_t d = clamp((int64_t)day - s->opt->window); d <= last + 1; d++) {
		if (d <= last && !is_loaded(s, d)) {
			gap++;
		} else if (gap) {
			load_range(s, store, d - gap, d - 1);
			gap = 0;
		}
	}
}

static void
hash_bytes(struct hash128 hash, char *p)
{
	memcpy(p, &hash.high, 8);
	memcpy(p + 8, &hash.low, 8);
}

bool
state_exact(struct state *s, struct hash128 hash, struct found *found, struct arena *arena)
{
	char bytes[16];

	if (!s->partial)
		return false;
	hash_bytes(hash, bytes);
	sqlite3_bind_blob(s->exact, 1, bytes, sizeof bytes, SQLITE_STATIC);
	if (!step(s, s->exact, "searching"))
		return false;
	found->id = arena_str(arena, column_str(s->exact, 0));
	found->cluster = arena_str(arena, column_str(s->exact, 1));
	found->day = day_of(column_str(s->exact, 2));
	if (!found->cluster.n)
		found->cluster = found->id;
	sqlite3_reset(s->exact);
	return true;
}

uint64_t
state_next(const struct state *s)
{
	return s->next;
}

/* An article without a date counts as old as the newest known at its arrival: no clock is asked. */
static void
bind_day(struct state *s, int32_t day)
{
	sqlite3_bind_null(s->insert, 3);
	if (day != NO_DAY) {
		struct cal c = cal_date(day);

		sqlite3_snprintf(sizeof s->date, s->date, "%04d-%02d-%02d", c.year, c.month, c.day);
		sqlite3_bind_text(s->insert, 3, s->date, -1, SQLITE_STATIC);
	}
	if (day != NO_DAY && day > s->newest)
		s->newest = day;
	if (day == NO_DAY)
		day = s->newest;
	if (day == NO_DAY)
		sqlite3_bind_null(s->insert, 4);
	else
		sqlite3_bind_int64(s->insert, 4, day);
}

void
state_add(struct state *s, const struct sketch *sketch, struct str id, struct str of, struct str cluster, struct str source)
{
	char hash[16];

	hash_bytes(sketch->hash, hash);
	s->blob.n = 0;
	buf_add(&s->blob, (const char *)sketch->shingles.v, sketch->shingles.n * 4);
	buf_add(&s->blob, (const char *)sketch->facts.v, sketch->facts.n * 4);
	sqlite3_bind_int64(s->insert, 1, (int64_t)s->next++);
	sqlite3_bind_text64(s->insert, 2, id.p, id.n, SQLITE_STATIC, SQLITE_UTF8);
	bind_day(s, sketch->day);
	bind_str(s->insert, 5, source);
	bind_str(s->insert, 6, of);
	bind_str(s->insert, 7, cluster);
	sqlite3_bind_blob(s->insert, 8, hash, sizeof hash, SQLITE_STATIC);
	sqlite3_bind_int64(s->insert, 9, (int64_t)sketch->shingles.n);
	sqlite3_bind_int64(s->insert, 10, (int64_t)sketch->facts.n);
	sqlite3_bind_blob64(s->insert, 11, s->blob.p ? s->blob.p : "", s->blob.n, SQLITE_STATIC);
	sqlite3_bind_int64(s->insert, 12, (int64_t)checksum(str_of(hash, sizeof hash), buf_view(&s->blob)));
	step(s, s->insert, "writing");
}

struct str
state_paragraph(struct state *s, uint64_t hash, struct arena *arena)
{
	struct str id = { NULL, 0 };

	sqlite3_bind_int64(s->paragraph, 1, (int64_t)hash);
	if (step(s, s->paragraph, "searching")) {
		id = arena_str(arena, column_str(s->paragraph, 0));
		sqlite3_reset(s->paragraph);
	}
	return id;
}

void
state_add_paragraph(struct state *s, uint64_t hash)
{
	sqlite3_bind_int64(s->add_paragraph, 1, (int64_t)hash);
	sqlite3_bind_int64(s->add_paragraph, 2, (int64_t)s->next - 1);
	step(s, s->add_paragraph, "writing");
}

static void
expire(struct state *s)
{
	char sql[128];

	if (!s->opt->expire || s->newest == NO_DAY)
		return;
	sqlite3_snprintf(sizeof sql, sql, "DELETE FROM doc WHERE day < %d", clamp((int64_t)s->newest - s->opt->expire));
	execute(s, sql, "expiring");
	if (sqlite3_changes(s->db))
		execute(s, "DELETE FROM paragraph WHERE seq NOT IN (SELECT seq FROM doc)", "expiring");
}

void
state_commit(struct state *s)
{
	expire(s);
	execute(s, "COMMIT", "committing");
}

void
state_begin(struct state *s, struct store *store)
{
	int64_t day;

	begin(s);
	sqlite3_bind_int64(s->since, 1, (int64_t)s->next);
	load_rows(s, store, s->since);
	s->next = (uint64_t)number(s, "SELECT max(seq) FROM doc", (int64_t)s->next - 1) + 1;
	day = number(s, "SELECT max(day) FROM doc", NO_DAY);
	if (day > s->newest)
		s->newest = (int32_t)day;
}

void
state_close(struct state *s)
{
	sqlite3_finalize(s->insert);
	sqlite3_finalize(s->exact);
	sqlite3_finalize(s->range);
	sqlite3_finalize(s->since);
	sqlite3_finalize(s->paragraph);
	sqlite3_finalize(s->add_paragraph);
	if (sqlite3_close(s->db) != SQLITE_OK)
		err_warn(STATUS_ERROR, "%s: %s", s->opt->state, sqlite3_errmsg(s->db));
	sketch_free(&s->sketch);
	buf_free(&s->blob);
	free(s->days);
	free(s);
}
