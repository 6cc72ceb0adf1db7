# mklists.awk: lists.tsv to a C header, a macro each list: its name in capitals, its words in a string.
BEGIN { FS = "\t" }
/^#/ || NF == 0 { next }
NF != 2 || $1 !~ /^[a-z_]+$/ || $2 ~ /["\\\\]/ {
	print FILENAME ":" FNR ": a name, a tab, words" >"/dev/stderr"
	bad = 1
	exit 1
}
!($1 in words) { names[++n] = $1 }
{ words[$1] = words[$1] (words[$1] == "" ? "" : " ") $2 }
END {
	for (i = 1; i <= n && !bad; i++)
		printf "#define %s \"%s\"\n", toupper(names[i]), words[names[i]]
}
