#!/usr/bin/env perl
# dedup_score.pl ARTICLES REPORT [brief]: compares what was found (id, of, relation by line) with what the ids of dedup_gen tell.
# An article is right if it was found and shares a story with the one it was matched with; wrong if it was found and does not.
# With `brief` prints "F1 precision recall lost clean", lost = originals left out, clean = precision on hard negatives.
use strict;
use warnings;

my ($articles, $report, $brief) = @ARGV;
my (@order, %found, %relation);
open my $f, '<', $articles or die "$articles: $!\n";
while (<$f>) { push @order, $1 if /^\{"id":"([^"]+)"/ }
open $f, '<', $report or die "$report: $!\n";
while (<$f>) {
	chomp;
	my @field = split /\t/;
	next if $field[0] eq 'id' || ($field[2] // '') eq 'template';
	$found{$field[0]} = $field[1];
	$relation{$field[0]} = $field[2] // 'same';
}

# The stories of an article: numbers of originals, or the name of a negative, which is a story of its own.
sub stories {
	my $id = shift;
	return $1 if $id =~ /^o(\d+)$/;
	return split /\+/, $1 if $id =~ /^v\.\w+\.\d+\.([\d+]+)$/;
	return $id;
}

sub dropped { ($relation{$_[0]} // '') =~ /^(?:exact|same|subset)$/ }

my (%seen, %class, $right, $wrong, $missed, $lost, $negatives, $merged, $originals);
$right = $wrong = $missed = $lost = $negatives = $merged = $originals = 0;
for my $id (@order) {
	my @stories = stories($id);
	my $known = grep { $seen{$_} } @stories;
	my ($class) = $id =~ /^(o|v\.\w+|n\.\w+)/;
	my $c = $class{$class} //= { n => 0, right => 0, wrong => 0 };
	$c->{n}++ if $known || $class =~ /^n/;
	if (exists $found{$id}) {
		my %of = map { $_ => 1 } stories($found{$id});
		if ($known && grep { $of{$_} } @stories) { $right++; $c->{right}++ } else { $wrong++; $c->{wrong}++ }
	}
	$missed++ if $known && !exists $found{$id};
	$originals++ if $class eq 'o' && !$known;
	$lost++ if $class eq 'o' && !$known && dropped($id);
	if ($class =~ /^n/) { $negatives++; $merged++ if dropped($id) }
	$seen{$_} = 1 for @stories;
}
my $p = $right + $wrong ? $right / ($right + $wrong) : 1;
my $r = $right + $missed ? $right / ($right + $missed + 0) : 1;
my $f1 = $p + $r ? 2 * $p * $r / ($p + $r) : 0;
my $clean = $negatives ? 1 - $merged / $negatives : 1;
if ($brief) {
	printf "%.3f %.3f %.3f %d %.4f\n", $f1, $p, $r, $lost, $clean;
	exit;
}
printf "%-16s %6s %7s %6s\n", 'class', 'n', 'found', 'wrong';
for (sort keys %class) {
	my $c = $class{$_};
	printf "%-16s %6d %7s %6d\n", $_, $c->{n}, $c->{n} && !/^n/ ? sprintf('%.3f', $c->{right} / $c->{n}) : '-', $c->{wrong};
}
printf "all: F1 %.3f precision %.3f recall %.3f (+-%.3f); originals lost %d of %d; negatives left out %d of %d\n", $f1, $p, $r,
    $right + $missed ? 1.96 * sqrt($r * (1 - $r) / ($right + $missed)) : 0, $lost, $originals, $merged, $negatives;
