/* Kinds of lines that their signs alone tell. */
#ifndef KWIRE_SPLIT_SHAPE_H
#define KWIRE_SPLIT_SHAPE_H

#include "str.h"

bool shape_url(struct str s);

/* The address on a line that has nothing else but a label, `URL: https://...`; empty if there is none. */
struct str shape_address(struct str s);

bool shape_debris(struct str s);
bool shape_right(struct str s);
bool shape_counter(struct str s);
bool shape_code(struct str s);
bool shape_about(struct str s, struct str below);
size_t shape_signature(struct str s);
bool shape_box(struct str s);

/* Names and numbers with commas, and no word that makes a sentence: `14/1 Mill Lane, Bel Air Park, Georgetown, Guyana.` */
bool shape_street(struct str s);

#endif
