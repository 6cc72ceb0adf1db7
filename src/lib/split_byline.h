/* What the readers of bylines share. */
#ifndef KWIRE_SPLIT_BYLINE_H
#define KWIRE_SPLIT_BYLINE_H

#include "split_meta.h"

/* Nothing but a Korean name of two to four syllables. */
bool korean_name_only(struct str s);

/* Is *s, behind its label if it has one, a byline in Korean to be read or not? Its persons in *n and,
 * unless that is NULL, in names; false if it may be one in English. */
bool korean_byline_read(struct str *s, struct str *names, size_t *n);

/* How a broadcaster's reporter ends, `VOA 뉴스 봉다혜입니다.`: the last word of *s in *name, and *s what stands before it; false, both left, if
 * it ends otherwise. */
bool korean_sign_off(struct str *s, struct str *name);

#endif
