# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2154
# make install and uninstall, into a folder with a blank in its name.
. "$(dirname "$0")/tap.sh"
to="$tmp/in stall" pages=
export OUT=${OUT#"$ROOT"/} BIN=${BIN#"$ROOT"/} # for make, whose names end at blanks
installed() { (cd "$to" && find . -type f | sort | tr '\n' ' '); }

make -s -C "$ROOT" install DESTDIR="$to" PREFIX=/usr >"$tmp/log" 2>&1
ok $? install "$(cat "$tmp/log")"
wanted=
for main in "$ROOT"/src/*/main.c; do
	f=$(basename "$(dirname "$main")")
	wanted+="./usr/bin/$f " pages+="./usr/share/man/man1/$f.1 "
done
wanted+=$pages
is "$(installed)" "$wanted./usr/share/man/man5/kwire.5 ./usr/share/man/man7/kwire.7 " 'filters and pages are there'
make -s -C "$ROOT" uninstall DESTDIR="$to" PREFIX=/usr >"$tmp/log" 2>&1
ok $? uninstall "$(cat "$tmp/log")"
is "$(installed)" '' 'nothing is left'
done_testing
