/* The order of the steps, and their names. */
#include "fix.h"
#include "legacy.h"
#include "scan.h"
#include "utf8.h"

/* A repair can lay bare another one: an entity hides mojibake, mojibake a no-break space. Steps are repeated until all of them
 * are content, which makes knorm idempotent; real text needs two rounds. */
#define ROUNDS 16

/* The steps before text is known to be only ASCII and after. */
static bool
round_of_steps(struct fix *f)
{
	const struct knorm_opt *opt = f->opt;
	bool changed = false, ascii;

	if (step_on(opt, STEP_ENTITIES))
		changed |= entity_step(f);
	ascii = utf8_ascii(fix_text(f)) == f->text.n;
	if (step_on(opt, STEP_MOJIBAKE) && !ascii) {
		if (!f->legacy)
			f->legacy = legacy_open();
		changed |= misread_step(f);
		while (mojibake_step(f))
			changed = true;
	}
	if (step_on(opt, STEP_CONTROLS) || step_on(opt, STEP_SPACES))
		changed |= chars_step(f);
	if (step_on(opt, STEP_LOOKALIKES) && !ascii)
		changed |= words_step(f);
	if (opt->jamo && !ascii)
		changed |= jamo_step(f);
	if (step_on(opt, STEP_QUOTES) || opt->quotes != QUOTES_KEEP || opt->guess)
		changed |= quotes_step(f);
	if ((step_on(opt, STEP_NFC) || opt->nfkc) && !ascii)
		changed |= nfc_step(f);
	if (step_on(opt, STEP_SPACES))
		changed |= space_step(f);
	if (step_on(opt, STEP_GAPS))
		changed |= gaps_step(f);
	return changed;
}

void
line_repair(struct fix *f)
{
	for (int i = 0; i < ROUNDS && round_of_steps(f); i++)
		if (f->quick && scan_line(fix_text(f)))
			break;
}

bool
has_tag(struct str s)
{
	const char *close = s.n ? memrchr(s.p, '>', s.n) : NULL;

	for (size_t i = str_find(s, STR("<"), 0); close && s.p + i + 1 < close; i = str_find(s, STR("<"), i + 1)) {
		char c = s.p[i + 1] == '/' ? s.p[i + 2] : s.p[i + 1];

		if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
			return true;
	}
	return false;
}

const char *
step_name(enum step step)
{
	static const char *const names[STEPS] = { "encoding", "mojibake", "entities", "controls", "spaces", "lookalikes",
		"quotes", "nfc", "lines", "gaps" };

	return names[step];
}

const char *
rule_name(enum rule rule)
{
	static const char *const names[RULES] = { "bom", "encoding", "invalid", "mojibake", "lost", "entity", "control",
		"invisible", "space", "blank", "line-end", "hyphen", "lookalike", "width", "nfc", "quote", "join", "gap",
		"tag", "boundary" };

	return names[rule];
}
