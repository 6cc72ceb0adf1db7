#include "folder.h"
#include "err.h"
#include "mem.h"
#include "tables.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct file {
	char *part, *name;
	struct out *out;
};

struct folder {
	const char *path, *ending;
	int lock; /* the folder, open and locked */
	struct file files[TABLES];
	size_t n;
};

/* What is left to remove at exit: err_die ends the program from anywhere. */
static struct folder *unfinished;

static void
clean_up(void)
{
	for (size_t i = 0; unfinished && i < unfinished->n; i++)
		unlink(unfinished->files[i].part);
}

/* Two runs at once would write into each other's parts. A file system that knows no locks is taken as it is. */
static int
lock_folder(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		err_die("%s:", path);
	if (flock(fd, LOCK_EX | LOCK_NB) < 0 && errno == EWOULDBLOCK)
		err_die("%s: another ktsv is writing there", path);
	return fd;
}

struct folder *
folder_open(const char *path, int format)
{
	static const char *const endings[] = { [TSV] = "tsv", [CSV] = "csv", [JSONL] = "jsonl" };
	struct folder *f = mem_new(1, sizeof *f);

	if (mkdir(path, 0777) < 0 && errno != EEXIST)
		err_die("%s:", path);
	f->lock = lock_folder(path);
	f->path = path;
	f->ending = endings[format];
	unfinished = f;
	atexit(clean_up);
	return f;
}

static char *
join(const struct folder *f, const char *table, const char *after)
{
	char *name;

	if (asprintf(&name, "%s/%s.%s%s", f->path, table, f->ending, after) < 0)
		err_die("out of memory");
	return name;
}

struct out *
folder_add(struct folder *f, const char *table)
{
	struct file *file = &f->files[f->n++];

	file->name = join(f, table, "");
	file->part = join(f, table, ".part");
	file->out = out_file(file->part);
	return file->out;
}

/* On the disk before it gets its name, so that a power cut leaves the old table or the new one. */
static void
sync_file(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0 || (fsync(fd) < 0 && errno != EINVAL))
		err_die("%s:", path);
	close(fd);
}

void
folder_close(struct folder *f)
{
	for (size_t i = 0; i < f->n; i++) {
		out_close(f->files[i].out);
		sync_file(f->files[i].part);
	}
	for (size_t i = 0; i < f->n; i++)
		if (rename(f->files[i].part, f->files[i].name) < 0)
			err_die("%s:", f->files[i].name);
	unfinished = NULL;
	close(f->lock);
	for (size_t i = 0; i < f->n; i++) {
		free(f->files[i].part);
		free(f->files[i].name);
	}
	free(f);
}
