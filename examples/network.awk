# The table pairs to a Graphviz graph: a node for each name, a line for each two that share paragraphs, the thicker the more.
function quoted(s) { gsub(/["\\]/, "\\\\&", s); return "\"" s "\"" }
function node(id, name, type) {
	id = id == "" ? name : id
	if (!(id in seen)) {
		seen[id] = 1
		printf "\t%s [label=%s, fillcolor=%s];\n", quoted(id), quoted(name), type in colour ? colour[type] : "white"
	}
	return quoted(id)
}
BEGIN {
	FS = "\t"
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
	for (i = 1; i <= n; i++) {
		split(order[i], pair, SUBSEP)
		printf "\t%s -- %s [penwidth=%d];\n", pair[1], pair[2], count[order[i]]
	}
	print "}"
}
