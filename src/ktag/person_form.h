/* Foreign names by their form alone: what Japanese, Chinese and Slavic names in Latin letters look like. */
#ifndef KTAG_PERSON_FORM_H
#define KTAG_PERSON_FORM_H

#include "str.h"

#include <stdbool.h>

/* "Nakayama", "Junichiro": made of morae in Hepburn's spelling, two at least. */
bool japanese_word(struct str w);

/* "Wang", "Ouyang"; "Junsheng": a Chinese surname, and a given name of two syllables written as one word, in pinyin. A syllable may be
 * spelled as Taiwan does, too: "Tzu-yun". */
bool chinese_syllable(struct str w);
bool chinese_surname(struct str w);
bool chinese_given(struct str w);

/* "Wonsik", "Seunghyun"; "Unsan": two Korean syllables written as one word. */
bool korean_pair(struct str w);

/* "Kovalchuk", "Asatryan", "Peskov"; "Phandanouvong", "Papadopoulos", "Virtanen": endings that surnames of some countries have and few
 * other words. "Singh": surnames that are nothing else. */
bool telling_surname(struct str w);

#endif
