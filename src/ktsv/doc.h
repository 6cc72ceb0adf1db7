/* An article made ready for rows: its annotations decoded and checked, its cells that repeat. */
#ifndef KWIRE_KTSV_DOC_H
#define KWIRE_KTSV_DOC_H

#include "annot.h"
#include "dialect.h"
#include "points.h"

/* What the offsets of an entity count in. */
enum place { IN_TEXT, IN_TITLE, IN_CAPTIONS, PLACES };

struct doc {
	struct article *a;
	struct str id, date, source;
	struct buf scratch; /* kept from one article to the next */
	struct cell id_cell, date_cell, source_cell; /* ready for the dialect */
	struct entity *entities;
	struct role *roles;
	struct quote *quotes;
	size_t n_entities, n_roles, n_quotes;
	size_t *breaks; /* code points at which paragraphs 2, 3, ... of the text begin; see doc_paragraph */
	size_t n_breaks;
	bool has_breaks;
	struct points points[PLACES]; /* text.p is NULL until doc_slice asks */
};

/* `d` is zero before the first article. False: the annotations are malformed, or point outside the text; that has been
 * reported. */
bool doc_load(struct doc *d, struct article *a, struct dialect *dialect);

/* Frees what is kept from one article to the next. */
void doc_close(struct doc *d);

/* A cell as the dialect writes it, so that rows that repeat it only copy. */
struct cell doc_ready(struct doc *d, struct dialect *dialect, struct str text);

/* Number of the paragraph, from 1, that holds code point `at` of the text. */
size_t doc_paragraph(struct doc *d, size_t at);

/* The items of a list as one text. */
struct str doc_joined(struct article *a, enum key key, struct str separator);

/* PLACES for a field that is not ours. */
enum place doc_place(const struct entity *e);

/* The code points from start to end of a place. */
struct str doc_slice(struct doc *d, enum place place, size_t start, size_t end);

/* The paragraphs of a text: cuts the next one, which is not blank, off *rest; false if there is none. */
bool doc_next_paragraph(struct str *rest, struct str *paragraph);

#endif
