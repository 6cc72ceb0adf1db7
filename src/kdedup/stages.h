/* The one-pass run cut into stages over sort(1) or any engine that sorts and joins lines (kdedup.1, STAGES). Each is a pure
 * function of its input, and checks that it is sorted. The order key of an article is the name of its shard and its number
 * therein: the order in which one pass would see it. */
#ifndef KDEDUP_STAGES_H
#define KDEDUP_STAGES_H

#include "kdedup.h"
#include "reader.h"

/* Does `opt` ask for a stage? */
bool is_stage(const struct kdedup_opt *opt);

/* Runs the stage that `opt` names. */
void stage_run(struct in *in, struct out *out, const struct kdedup_opt *opt);

/* decide.c */
void stage_decide(struct in *in, struct out *out, const struct kdedup_opt *opt);

/* shards.c: articles to lines, and back. */
void stage_keys(struct in *in, struct out *out, const struct kdedup_opt *opt);
void stage_sketch(struct in *in, struct out *out, const struct kdedup_opt *opt);
void stage_apply(struct in *in, struct out *out, const struct kdedup_opt *opt);

#endif
