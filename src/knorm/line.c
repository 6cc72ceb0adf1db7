/* The order of the steps, and their names. */
#include "fix.h"

/* A repair can lay bare another one: an entity hides mojibake, mojibake a no-break space. Steps are repeated until all of them
 * are content, which makes knorm idempotent; real text needs two rounds. */
#define ROUNDS 16

static bool
round_of_steps(struct fix *f)
{
	bool changed = false;

	changed |= chars_step(f);
	if (step_on(f->opt, STEP_NFC) || f->opt->nfkc)
		changed |= nfc_step(f);
	if (step_on(f->opt, STEP_SPACES))
		changed |= space_step(f);
	return changed;
}

void
line_repair(struct fix *f)
{
	for (int i = 0; i < ROUNDS && round_of_steps(f); i++)
		;
}

const char *
step_name(enum step step)
{
	static const char *const names[STEPS] = { "encoding", "mojibake", "entities", "controls", "spaces", "lookalikes",
		"nfc", "lines", "gaps" };

	return names[step];
}

const char *
rule_name(enum rule rule)
{
	static const char *const names[RULES] = { "bom", "encoding", "invalid", "mojibake", "lost", "entity", "control",
		"invisible", "space", "blank", "line-end", "hyphen", "lookalike", "width", "nfc", "quote", "join", "gap" };

	return names[rule];
}
