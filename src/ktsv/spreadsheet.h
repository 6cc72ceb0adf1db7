/* Cells that a spreadsheet would not leave as they are (--excel). */
#ifndef KWIRE_KTSV_SPREADSHEET_H
#define KWIRE_KTSV_SPREADSHEET_H

#include "buf.h"
#include "str.h"

/* Turns the text that begins at `from` into one that a spreadsheet takes as that text. True: it was cut to the limit. */
bool spreadsheet_guard(struct buf *b, size_t from);

#endif
