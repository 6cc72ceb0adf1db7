# The table pairs to a Graphviz graph: a line for each two names that share paragraphs, the thicker the more; of thousands of them
# the strongest `links` only, which is what an eye can follow.
function quoted(s) { gsub(/["\\]/, "\\\\&", s); return "\"" s "\"" }
function node(id, name, type) {
	id = id == "" ? name : id
	look[quoted(id)] = sprintf("[label=%s, fillcolor=%s]", quoted(name), type in colour ? colour[type] : "white")
	return quoted(id)
}
function strongest(  i, best) {
	for (i = best = 1; i <= n; i++)
		if (count[order[i]] > count[order[best]])
			best = i
	return order[best]
}
BEGIN {
	FS = "\t"
	links = links ? links : 100
	colour["PERSON"] = "lightblue"
	colour["ORG"] = "lightyellow"
	colour["WEAPON"] = "mistyrose"
	colour["EVENT"] = "honeydew"
	print "graph network {"
	print "\tgraph [overlap=false, splines=true];"
	print "\tnode [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\", fontsize=10];"
}
NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
{
	a = node($at["a_id"], $at["a_name"], $at["a_type"])
	b = node($at["b_id"], $at["b_name"], $at["b_type"])
	if (!((a, b) in count))
		order[++n] = a SUBSEP b
	count[a, b] += $at["count"]
}
END {
	for (i = 1; i <= links && count[link = strongest()] > 0; i++) {
		split(link, pair, SUBSEP)
		for (k = 1; k <= 2; k++)
			if (!drawn[pair[k]]++)
				printf "\t%s %s;\n", pair[k], look[pair[k]]
		printf "\t%s -- %s [penwidth=%.1f];\n", pair[1], pair[2], 1 + log(count[link])
		count[link] = 0
	}
	print "}"
}
