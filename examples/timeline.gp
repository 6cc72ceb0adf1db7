# gnuplot -e 'data = "timeline.tsv"' timeline.gp >timeline.svg
set terminal svg size 900,420 font "sans-serif,12"
set datafile separator "\t"
stats data skip 1 nooutput # for the number of columns
set xdata time
set timefmt "%Y-%m-%d"
set format x "%Y-%m-%d"
set xtics rotate by -30
set ylabel "mentions a day"
set yrange [0:*]
set offsets graph 0.02, graph 0.02, graph 0.1, 0
set key outside right top noenhanced
set grid ytics
plot for [i = 2:STATS_columns] data using 1:i with linespoints pointtype 7 title columnheader(i)
