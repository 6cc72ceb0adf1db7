#include "date_table.h"

uint32_t
date_word_index(struct str word)
{
	size_t i;

	if (word.n == 0 || word.n > DATE_LONGEST || !word_filter_has(&date_filter, word))
		return DATE_SLOTS;
	i = date_place(date_keys, date_words, word);
	return date_words[i].n ? (uint32_t)i : DATE_SLOTS;
}

const struct date_word *
date_word(struct str word)
{
	return &date_words[date_word_index(word)];
}
