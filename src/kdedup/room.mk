kdedup_LIBS = -lsqlite3

$(OUT)/tools/dedup_gen: tests/bench/dedup_gen.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror -O2 -o $@ $<

$(OUT)/tools/dedup_peers: tests/bench/dedup_peers.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror -O2 -o $@ $<

# The tests of states and stages need articles.
check: $(OUT)/tools/dedup_gen

# Quality on edited copies and hard negatives, beside what other tools do.
bench-dedup: all $(OUT)/tools/dedup_gen $(OUT)/tools/dedup_peers
	OUT=$(abspath $(OUT)) BIN=$(abspath $(BIN)) bash tests/bench/dedup.sh

.PHONY: bench-dedup
