#include "err.h"
#include "ktsv.h"
void ktsv_schema(struct out *out, const struct ktsv_opt *o) { (void)out; (void)o; err_die("not yet"); }
void ktsv_load(struct out *out, const struct ktsv_opt *o, char **operands) { (void)out; (void)o; (void)operands; err_die("not yet"); }
