/* What one line says of outlets, by its words alone: who holds its rights, which label, address or section names one. */
#ifndef KWIRE_SPLIT_SOURCE_H
#define KWIRE_SPLIT_SOURCE_H

#include "split_rules.h"
#include "str.h"

/* Host of a mail address or address. */
struct str host_of(struct str s);

/* Nothing but the name of an outlet in the table. */
bool names_outlet(const struct rules *r, struct str s);

/* A name that papers and offices have: `Millbrook Courier`, `Ministry of Fisheries`. */
bool outlet_shape(struct str s);

/* The Korean paper whose name opens the line, alone or before a section, `서울동네뉴스 사회`; else empty. */
struct str plate_name(struct rules *r, struct str s);

/* The name before how old the page is, `Asia Times` of `Asia Timesa day ago`; empty if s does not end so. */
struct str name_and_age(struct str s);

/* `Courier`, `Herald-Republic`: what only papers are called. */
bool paper_noun(struct str word);

/* `World News`, `Nation & World News`, `Today's Express`: a part of a paper by its first word. */
bool section_word(struct str s);

/* `Analysis | Asia-Pacific`: two of them. */
bool sections_only(struct str s);

/* The name before a street, `Millbrook Courier & courier.example | 601 Keokuk St.`; empty if there is none. */
struct str street_name(struct str s);

/* The outlet of the next address among the words of *rest, no agency; NULL if there is none. And whether a line of furniture has one. */
const struct outlet *next_address(const struct rules *r, struct str *rest);
bool has_address(const struct rules *r, struct str s);

/* The agency of a mark below the text: `(서울=뉴스1)`, `Reuters, Seoul`, `AFP/kb`. */
struct str without_brackets(struct str s);

/* Are the n bytes from byte i of s a name of their own, no part of a longer one? Hangul may stand before them. */
bool stands_alone(struct str s, size_t i, size_t n);

#endif
