/* Whose ministry, navy or council it is, where several states have one of that name. */
#ifndef KTAG_BODY_H
#define KTAG_BODY_H

#include "doc.h"
#include "gaz.h"

/* "country/kp", "people/kr", "kr/jcs": the code in it. */
struct str body_country(struct str id);

/* Gives every body of a settled text its right id. `south`: South Korea or something of it was named before, in the headline. Returns
 * whether it has been named now. */
bool body_refer(struct doc *d, const struct gaz *g, bool south);

#endif
