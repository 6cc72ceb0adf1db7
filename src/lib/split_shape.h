/* Kinds of lines that their signs alone tell. */
#ifndef KWIRE_SPLIT_SHAPE_H
#define KWIRE_SPLIT_SHAPE_H

#include "str.h"

/* An address, with nothing but a label: `URL: https://...`, `https://...`. */
bool shape_url(struct str s);

/* The address on a line that has nothing else but a label, `URL: https://...`; empty if there is none. */
struct str shape_address(struct str s);

/* What no page prints for readers: pipes of tables, style sheets, names of image files, bare tags. */
bool shape_debris(struct str s);

/* Whose right the page is: `The Straits Times © 2024`, `© 2025 Harbor Signal`, `세상을 보는 균형, 한국일보 Copyright © Hankookilbo` */
bool shape_right(struct str s);

/* A number, and nothing but its unit and signs: `12:30`, `+3`, `(41)`, `1.2K`. */
bool shape_counter(struct str s);

/* The code of a story: ten digits and more alone on a line. */
bool shape_code(struct str s);

/* A broadcast behind its time, as stations list them: `8:00 PMHarbor Five-0`. */
bool shape_program(struct str s);

/* Length in bytes of who wrote it, in capitals behind the last sentence: `... North Korea.—OWEN THACKERAY`, `... office.© KYODO`; 0 if
 * nobody is. */
size_t shape_signature(struct str s);

/* The heading of a box of other stories on a Korean page, `[이 시각 추천뉴스]`, `많이 본 기사 더보기`: its words alone. */
bool shape_box(struct str s);

/* The heading of what readers wrote: `3 thoughts on “HEADLINE”`, `One Response to "HEADLINE"`. */
bool shape_replies(struct str s);

/* A post that another site's page shows: `... of the pier. — Harbor News (@harbornews) March 7, 2022`. */
bool shape_post(struct str s);

#endif
