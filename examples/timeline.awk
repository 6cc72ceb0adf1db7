# The table counts to a matrix for gnuplot: a line a day, a column a name; the `names` names with most mentions.
BEGIN { FS = OFS = "\t" }
NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
$at["period"] != "" && $at["name"] != "" {
	name = $at["name"]
	if (!(name in total))
		order[++n] = name
	total[name] += $at["mentions"]
	if (!($at["period"] in day)) {
		day[$at["period"]] = 1
		days[++d] = $at["period"]
	}
	count[$at["period"], name] += $at["mentions"]
}
END {
	for (i = 2; i <= n; i++) # the most mentioned first; a short list
		for (k = i; k > 1 && total[order[k]] > total[order[k - 1]]; k--) {
			swap = order[k]; order[k] = order[k - 1]; order[k - 1] = swap
		}
	for (i = 2; i <= d; i++)
		for (k = i; k > 1 && days[k] < days[k - 1]; k--) {
			swap = days[k]; days[k] = days[k - 1]; days[k - 1] = swap
		}
	line = "day"
	for (i = 1; i <= n && i <= names; i++)
		line = line OFS order[i]
	print line
	for (k = 1; k <= d; k++) {
		line = days[k]
		for (i = 1; i <= n && i <= names; i++)
			line = line OFS count[days[k], order[i]] + 0
		print line
	}
}
