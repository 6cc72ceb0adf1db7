# Targets of the tests; included by the Makefile.

check: all $(UNIT_TESTS)
	tests/run $(T)

.PHONY: check
