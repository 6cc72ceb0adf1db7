/* Whose a picture is. Offsets are bytes. */
#ifndef KWIRE_SPLIT_CREDIT_H
#define KWIRE_SPLIT_CREDIT_H

#include "split_rules.h"

/* Is the text of a last bracket a credit? `Yonhap`, `AP Photo/Name, File`, `MINISTRY OF NATIONAL DEFENSE`, `사진=연합뉴스`. A square one may
 * be a name in capitals. */
bool credit_in(const struct rules *r, struct str in, bool square);

/* Offset of the bracket that opens the last one, which closes s, and its sign in *which; s.n if s ends in none. */
size_t credit_bracket(struct str s, char *which);

/* `Defense Acquisition Program Administration (DAPA)`, `방위사업청(DAPA)`: a bracket that shortens the name before it is no credit. */
bool credit_is_gloss(const struct rules *r, struct str before, struct str in);

/* Nothing but whose the picture is: `REUTERS/Jane Dover`, `Pool/AFP via Getty Images`, `© AFP`, `via KCNA`. Agencies alone may have
 * written the text. */
bool credit_owner(const struct rules *r, struct str s);

/* The same in Korean: `[사진제공=국방부]`, `/국방부 제공`, `ⓒ연합뉴스`, `AP 연합뉴스`. One agency alone may have written the text. */
bool credit_korean(const struct rules *r, struct str s);

/* Does a credit end the line, from the bracket at `open` on, whose sign is `which`, or bare? */
bool credit_ends(const struct rules *r, struct str s, size_t open, char which);

/* Is `again` the text of a picture, which was told before, with a credit behind it that no table need know: `... in Paju. (Jane Dover /
 * H&S)`, `... in Paju. Harbor News Service/AP`? */
bool credit_added(struct str told, struct str again);

#endif
