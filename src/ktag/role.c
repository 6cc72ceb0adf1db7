#include "role.h"

#include <stdlib.h>

struct role_words {
	char unused;
};

struct role_words *
role_words_open(void)
{
	return calloc(1, sizeof(struct role_words));
}

void
role_words_close(struct role_words *w)
{
	free(w);
}

void
roles_find(struct doc *d, const struct role_words *w, struct role_list *found)
{
	(void)d;
	(void)w;
	*found = (struct role_list) { 0 };
}
