#!/usr/bin/env bash
# The two commands of the README, on fresh clones of HEAD, in surroundings other than an author's. See "Portability" in tests/README.md.
#     tests/portability.sh [setting …]        settings: paths windows read-only; all of them without an argument
set -uo pipefail

repository=$(cd "$(dirname "$0")/.." && pwd) || exit 1
logs=$repository/artifacts/portability
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
# Build processes that outlive a command would keep the surroundings of one setting for the next.
export MSBUILDDISABLENODEREUSE=1

# Each setting makes a clone and says in which folder, with which variables and behind which command the README commands run;
# or it says why this machine cannot have it.
folder= variables=() behind=() why=

paths() {
  mkdir "$place/paths"
  clone "$place/paths/my course 浅层网络"
  folder="$place/paths/by symlink"
  ln -s "my course 浅层网络" "$folder"
}

windows() {
  folder=$place/windows
  clone "$folder" -c core.autocrlf=true -c core.eol=crlf --no-checkout
  # .gitattributes asks for LF whatever the configuration says; only this file has precedence over it.
  echo '* text=auto eol=crlf' >"$folder/.git/info/attributes"
  git -C "$folder" checkout -q
  surroundings de_DE America/St_Johns
}

read-only() {
  folder=$place/read-only
  clone "$folder"
  if [ "$(id -u)" -eq 0 ]; then
    # Permissions do not hold for root. The user that they hold for needs a home of its own, with the package sources of this machine.
    command -v setpriv >/dev/null || { why="no setpriv here to leave root with"; return; }
    behind=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
    local home=$place/home
    mkdir -p "$home/tmp"
    [ -d ~/.nuget/NuGet ] && mkdir "$home/.nuget" && cp -r ~/.nuget/NuGet "$home/.nuget"
    variables+=(HOME="$home" DOTNET_CLI_HOME="$home" NUGET_PACKAGES="$home/.nuget/packages" TMPDIR="$home/tmp")
    chmod 755 "$place"
    chown -R nobody:nogroup "$folder" "$home"
  fi
  # The folders stay writable: artifacts/ has to be made.
  find "$folder" -type f -exec chmod a-w {} +
  surroundings zh_CN Asia/Kathmandu
}

# Without hard links: they would share owner and permissions with the repository.
clone() { git clone -q --no-hardlinks "${@:2}" "$repository" "$1"; }

surroundings() {
  variables+=(LANG="$1.UTF-8" LC_ALL="$1.UTF-8" TZ="$2")
  # .NET needs no generated locale for this, but ICU; without it every culture is the invariant one.
  local wanted="${1/_/-} $2" found
  found=$(there dotnet run - <<<'#:property PublishAot=false
    Console.WriteLine($"{System.Globalization.CultureInfo.CurrentCulture.Name} {TimeZoneInfo.Local.Id}");' 2>/dev/null) || true
  [ "$found" = "$wanted" ] || why="culture and time zone of .NET here are \"$found\", not \"$wanted\""
}

there() { (cd "$folder" && exec env "${variables[@]}" "${behind[@]}" "$@"); }

report() { printf '%-10s %-30s %-30s %s\n' "$@"; }

[ $# -gt 0 ] || set -- paths windows read-only
broken=0
mkdir -p "$logs"
report setting "play: exit code, seconds" "test: exit code, seconds" tests
for name in "$@"; do
  case $name in paths | windows | read-only) ;; *) echo "There is no setting $name: paths, windows, read-only." >&2; exit 2 ;; esac
  folder= variables=() behind=() why=
  "$name"
  if [ -n "$why" ]; then
    report "$name" "skipped: $why" "" ""
    continue
  fi

  began=$SECONDS
  there dotnet run -c Release --project src/ShallowNet.Player >"$logs/$name-play.log" 2>&1
  play=$? play_seconds=$((SECONDS - began))
  began=$SECONDS
  there dotnet test -c Release >"$logs/$name-test.log" 2>&1
  test=$? test_seconds=$((SECONDS - began))

  # The summary of a test project is written in the language of the setting; the order of its numbers is the same in each.
  counts=$(grep -E '[0-9].*\.Tests\.dll \(net' "$logs/$name-test.log" | sed -E 's/[^0-9]*([0-9]+)[^0-9]+([0-9]+)[^0-9]+([0-9]+).*/\1 \2 \3/' |
    awk '{ f += $1; p += $2; s += $3 } END { printf "%d passed, %d failed, %d skipped", p, f, s }')
  report "$name" "$play, $play_seconds" "$test, $test_seconds" "$counts"
  if [ $play -ne 0 ] || [ $test -ne 0 ] || [[ $counts == 0\ passed* ]]; then
    broken=1
    echo "  what was printed: artifacts/portability/$name-*.log" >&2
  fi
  rm -rf "${place:?}"/*
done
exit $broken
