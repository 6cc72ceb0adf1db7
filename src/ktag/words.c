#include "words.h"
#include "words_table.h"

uint32_t
words_of(const char *p, size_t n)
{
	return word_slots[word_place(word_slots, word_key(p, n))].classes;
}
