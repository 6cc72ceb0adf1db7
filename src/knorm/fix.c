#include "fix.h"
#include "legacy.h"

#include <stdlib.h>

void
fix_change(struct fix *f, enum rule rule, size_t at, size_t n, const char *p, size_t m)
{
	buf_add(&f->next, f->text.p + f->done, at - f->done);
	if (f->trace)
		trace_add(&f->step, (struct edit) { at, n, f->next.n, m, 1u << rule });
	buf_add(&f->next, p, m);
	f->done = at + n;
	f->changed = true;
	f->count[rule]++;
}

bool
fix_end(struct fix *f)
{
	struct buf swap = f->text;
	bool changed = f->changed;

	if (changed) {
		buf_add(&f->next, f->text.p + f->done, f->text.n - f->done);
		if (f->trace)
			trace_apply(f->trace, &f->step);
		f->text = f->next;
		f->next = swap;
	}
	f->next.n = 0;
	f->done = 0;
	f->step.n = 0;
	f->changed = false;
	return changed;
}

void
fix_free(struct fix *f)
{
	buf_free(&f->text);
	buf_free(&f->next);
	trace_free(&f->step);
	buf_free(&f->scratch);
	free(f->entities);
	legacy_close(f->legacy);
}
