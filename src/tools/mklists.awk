# mklists.awk: lists.tsv and phrases.tsv to a C header, a macro each list: its name in capitals, its words in one string ("said told") for
# LIST(), its phrases in a string each (" said", " told") for WORDS().
BEGIN { FS = "\t" }
/^#/ || NF == 0 { next }
NF != 2 || $1 !~ /^[a-z_]+$/ || $2 ~ /["\\]/ || ($1 in phrases && phrases[$1] != (FILENAME ~ /phrases/)) {
	print FILENAME ":" FNR ": a name, a tab, words" >"/dev/stderr"
	bad = 1
	exit 1
}
!($1 in words) {
	names[++n] = $1
	phrases[$1] = FILENAME ~ /phrases/
}
{ words[$1] = words[$1] (words[$1] == "" ? "" : " ") $2 }
END {
	for (i = 1; i <= n && !bad; i++) {
		text = words[names[i]]
		if (phrases[names[i]]) {
			gsub(/ /, "\", \"", text)
			gsub(/_/, " ", text)
		}
		printf "#define %s \"%s\"\n", toupper(names[i]), text
	}
}
