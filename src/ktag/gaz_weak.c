/* Stand-ins until the gazetteer is there. */
#include "gaz.h"
#include <stdlib.h>
#define WEAK __attribute__((weak))
WEAK struct gaz *gaz_open(const struct gaz_opt *opt) { (void)opt; return NULL; }
WEAK void gaz_close(struct gaz *g) { (void)g; }
WEAK unsigned gaz_types(const char *list) { (void)list; return 0; }
WEAK bool gaz_match(const struct gaz *g, const struct doc *d, size_t token, size_t limit, struct gaz_hit *hit) { (void)g;(void)d;(void)token;(void)limit;(void)hit; return false; }
WEAK bool gaz_title(const struct gaz *g, const struct doc *d, size_t token, size_t limit, struct gaz_hit *hit) { (void)g;(void)d;(void)token;(void)limit;(void)hit; return false; }
WEAK bool gaz_lookup(const struct gaz *g, struct str name, struct gaz_hit *hit) { (void)g;(void)name;(void)hit; return false; }
WEAK struct gaz_entity gaz_entity(const struct gaz *g, uint32_t entity) { (void)g;(void)entity; return (struct gaz_entity) { 0 }; }
WEAK uint32_t gaz_find(const struct gaz *g, struct str id) { (void)g;(void)id; return GAZ_NONE; }
WEAK uint32_t gaz_pick(const struct gaz *g, const struct gaz_hit *hit, struct str country) { (void)g;(void)hit;(void)country; return GAZ_NONE; }
WEAK bool gaz_korean(const struct gaz *g, struct str surname, struct str given, struct gaz_hit *hit) { (void)g;(void)surname;(void)given;(void)hit; return false; }
WEAK size_t gaz_offices(const struct gaz *g, uint32_t person, struct gaz_role *out, size_t max) { (void)g;(void)person;(void)out;(void)max; return 0; }
WEAK size_t gaz_holders(const struct gaz *g, struct str title, struct str country, struct str date, struct gaz_role *out, size_t max, size_t *current) { (void)g;(void)title;(void)country;(void)date;(void)out;(void)max; *current = 0; return 0; }
