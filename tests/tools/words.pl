#!/usr/bin/env perl
# words.pl SEED TABLE...: pages of the words of the tables and of signs, in any order, each page ended by a line of U+001C.
use strict;
use warnings;
use utf8;
binmode STDOUT, ':utf8';

my ($seed, @tables) = @ARGV;
my @signs = ("\n", "\n", "\n", "\n\n", " ", " ", " ", " | ", " - ", " :: ", " > ", " < ", "<br>", "<p>", "</p>", "<b>", "**", "* ", "# ",
	"[", "]", "(", ")", "[a](b)", "|", "`", "---", "=", "/", "\\", "\"", "“", "”", "‘", "’", ".", "...", ",", ":", ";", "©", "ⓒ", "▲", "■",
	"\t", "\0", "\f", "\x{A0}", "\x{200B}", "&amp;", "0", "a", "By ", "기자", "A. ", "Q: ", "[앵커]", 'a@b.example', "http://x.example/z",
	"2025-11-04", "Nov. 4, 2025", "SEOUL, Nov. 4 (Yonhap) -- ", "The ministry said on Tuesday that the talks will open.",
	"국방부는 5일 밝혔다. ");
my @words; # a list a table, for some have many
for my $table (@tables) {
	my @row;
	open my $file, '<:utf8', $table or die "$table: $!\n";
	while (<$file>) {
		chomp;
		push @row, grep { length($_) > 0 && length($_) < 60 } split /[\t;]/ unless /^#/;
	}
	push @words, \@row if @row;
}
srand $seed;
for (1 .. 3000) {
	for (0 .. rand 25) {
		my $list = $words[rand @words];
		print rand() < .6 ? $signs[rand @signs] : $list->[rand @$list] . (rand() < .5 ? ' ' : '');
	}
	print "\n\x1C\n";
}
