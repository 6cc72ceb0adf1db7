/* embed NAME FILE: prints C source that defines `const struct str NAME`, the bytes of FILE. */
#include <stdio.h>

int
main(int argc, char **argv)
{
	FILE *f = argc == 3 ? fopen(argv[2], "rb") : NULL;
	size_t n = 0;
	int c;

	if (!f) {
		fprintf(stderr, "embed: cannot read %s\n", argc == 3 ? argv[2] : "(no file)");
		return 2;
	}
	printf("#include \"str.h\"\nextern const struct str %s;\nstatic const unsigned char bytes[] = {", argv[1]);
	while ((c = getc(f)) != EOF)
		printf("%s%d,", n++ % 32 ? "" : "\n", c);
	printf("0};\nconst struct str %s = { (const char *)bytes, %zu };\n", argv[1], n);
	return ferror(f) || fflush(stdout) || ferror(stdout) ? 2 : 0;
}
