#!/bin/sh
# Everything the project does, each with its own set-up; the usage below lists it.
#
# Set-up is a virtual environment in .venv with the exact packages of the requirement files. It
# takes about a minute once; after that a stamp says it is done and nothing is fetched.
set -eu

usage() {
    cat <<'END'
sh run.sh demo                 a site with invented organisations, on this computer
sh run.sh serve                the same without the invented ones
sh run.sh test [PYTEST ARGS]   all that a change must pass; with arguments, pytest alone
sh run.sh check [PYTEST ARGS]  the slow tests
sh run.sh manage COMMAND ...   any command of manage.py; "manage help" lists them
END
}

home=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
venv=$home/.venv
python=$venv/bin/python
export MPLCONFIGDIR="$venv/matplotlib" # matplotlib's list of fonts, made once

say() { printf '%s\n' "$*" >&2; }
stop() { say "$@" && exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# Runs a command in silence, and shows what it printed if it fails.
quietly() {
    printed=$("$@" 2>&1 </dev/null) || { status=$? && say "$printed" && return "$status"; }
}

# --- Debian's packages ---------------------------------------------------------------------------

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
may_install() { has apt-get && as_root true 2>/dev/null; }
apt_line() { say "    apt-get update && apt-get install -y --no-install-recommends $*"; }

install_packages() {
    say "Installing $* with apt-get."
    # a list that cannot be fetched matters only if the install then fails, and it will say so
    as_root apt-get update >/dev/null 2>&1 || true
    quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 \
        install -y --no-install-recommends "$@"
}

# --- Python and its packages ---------------------------------------------------------------------

# Prints the first Python that is new enough and has the modules named. Each is run, because a
# command of that name can exist and fail (pyenv's do).
find_python() {
    for name in python3.13 python3.12 python3.11 python3; do
        "$name" -c "import sys, $1; assert sys.version_info >= (3, 11)" >/dev/null 2>&1 &&
            echo "$name" && return
    done
    return 1
}

# Prints a Python that can make a virtual environment; Debian packs that ability apart.
choose_python() {
    find_python ensurepip && return
    if found=$(find_python sys); then
        needed=$found-venv
    elif has python3; then
        stop "Essence needs Python 3.11 or newer. Debian 12 and Ubuntu 24.04 have it."
    else
        needed='python3 python3-venv'
    fi
    # shellcheck disable=SC2086  # one word a package
    may_install && install_packages $needed && find_python ensurepip && return
    say "Essence needs $needed, which root can install:"
    apt_line "$needed"
    exit 1
}

# What the stamp must say: `demo` packages, or `test`, which are those and more.
stamp_for() {
    version=$("$python" -c 'import pip, sys; print(*sys.version_info[:2], sep=".")' 2>/dev/null) &&
        echo "$1, Python $version, $(cat "$home"/requirements*.txt | cksum)"
}

is_ready() {
    [ -f "$venv/stamp" ] && stamp=$(cat "$venv/stamp") && wanted=$(stamp_for "$1") || return 1
    [ "$stamp" = "$wanted" ] || [ "$stamp" = "test${wanted#"$1"}" ]
}

make_venv() {
    base=$(choose_python)
    rm -rf "$venv"
    mkdir "$venv"
    : >"$venv/unfinished"
    quietly "$base" -m venv "$venv"
}

# set_up demo|test: brings .venv up to date.
set_up() {
    is_ready "$1" && return
    # Another run may be at it: wait, and look again. The lock needs no file of its own.
    exec 9<"$home/run.sh"
    if has flock; then flock 9; fi
    if ! is_ready "$1"; then
        say "Setting up .venv (about a minute, once)."
        # `unfinished` is left behind by a run that was cut short
        if [ -f "$venv/unfinished" ] || ! stamp_for "$1" >/dev/null; then make_venv; fi
        install_requirements "$1"
    fi
    exec 9<&-
}

install_requirements() {
    case $1 in
    demo) file=requirements.txt ;;
    test) file=requirements-test.txt ;;
    esac
    rm -f "$venv/stamp"
    : >"$venv/unfinished"
    # the file names every package, so nothing is left for pip to work out
    quietly "$python" -m pip install --quiet --disable-pip-version-check --no-input --no-deps \
        --require-hashes -r "$home/$file" || {
        status=$?
        # pip that fails by itself leaves .venv whole; pip that was killed may not
        [ "$status" -gt 128 ] || rm -f "$venv/unfinished"
        stop "The packages in $file could not be installed; what pip says stands above."
    }
    rm "$venv/unfinished"
    stamp_for "$1" >"$venv/stamp"
}

# --- Tests ---------------------------------------------------------------------------------------

# need COMMAND PACKAGE...: what some tests run, and the Debian packages that bring it.
need() {
    has "$1" && return
    lacking="$lacking $1"
    shift
    packages="$packages $*"
}

find_tools() {
    lacking='' packages=''
    need soffice libreoffice-calc fonts-dejavu-core
    need pdftoppm poppler-utils
    need chromium chromium
    [ -n "$(postgres_bin)" ] || { lacking="$lacking postgresql" && packages="$packages postgresql"; }
    [ -n "$lacking" ] || return 0
    # shellcheck disable=SC2086  # one word a package
    if may_install && install_packages $packages; then lacking=''; fi
    if [ -n "$lacking" ] && [ "${CI:-}" = true ]; then
        stop "Missing, which in CI is a failure:$lacking"
    fi
}

say_what_did_not_run() {
    [ -n "$lacking" ] || return 0
    say "NOT RUN: the tests that look at finished reports or pages, or at PostgreSQL, for want of:"
    say "   $lacking. Root can install it:"
    # shellcheck disable=SC2086  # one word a package
    apt_line $packages
}

step() {
    say "== $*"
    "$python" "$@"
}

run_pytest() {
    find_tools
    say_what_did_not_run
    status=0
    step -m pytest -rs "$@" || status=$?
    say_what_did_not_run
    return "$status"
}

# --- PostgreSQL: a server of the tests' own, on loopback, in a folder that goes again ------------

postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1; }

# initdb refuses root, so root does it as the user that Debian's package made.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups "$@"); else "$@"; fi
}

start_postgres() {
    folder=$(mktemp -d)
    [ "$(id -u)" != 0 ] || chown postgres "$folder"
    port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    trap stop_postgres EXIT
    trap 'exit 130' INT TERM
    quietly as_postgres "$(postgres_bin)/initdb" -D "$folder/data" -U essence -A trust -E UTF8
    quietly as_postgres "$(postgres_bin)/pg_ctl" -D "$folder/data" -l "$folder/log" -w start \
        -o "-h 127.0.0.1 -p $port -k $folder -c fsync=off"
    export DATABASE_URL="postgres://essence@127.0.0.1:$port/postgres"
}

stop_postgres() {
    quietly as_postgres "$(postgres_bin)/pg_ctl" -D "$folder/data" -m immediate stop || true
    rm -rf "$folder"
}

# The tests that touch the database, once more on PostgreSQL (tests/conftest.py chooses them).
run_postgres_tests() {
    [ -n "$(postgres_bin)" ] || return 0
    start_postgres
    say "== on PostgreSQL"
    step -m pytest -rs "$@"
}

# The order of the tests: another whenever a test changes, and the same for whoever repeats it.
order() { printf '%d' "0x0$(git -C "$home" rev-parse HEAD:tests 2>/dev/null | cut -c1-7)"; }

run_all_tests() {
    step -m ruff format --check .
    step -m ruff check .
    say "== djangofmt --check templates"
    "$venv/bin/djangofmt" --check templates
    step -m mypy
    step "$venv/bin/lint-imports"
    # every process that tests begin would compile the whole house for itself
    unset PYTHONDONTWRITEBYTECODE
    # Two workers on two cores. Each takes whole modules, whose worlds are then made once, and the
    # one that is done first takes from the other's.
    # With coverage of what must never be wrong (pyproject.toml): some 70 processor seconds of it.
    run_pytest -n 2 --dist worksteal -m 'not check' --cov --randomly-seed="$(order)"
    run_postgres_tests -n 2 --dist worksteal -m 'both and not check and not browser' --randomly-seed="$(order)"
}

# --- The commands --------------------------------------------------------------------------------

command=${1:-}
[ $# = 0 ] || shift
case $command in
demo)
    set_up demo
    export ESSENCE_VAR="${ESSENCE_VAR:-$home/var/demo}"
    exec "$python" "$home/manage.py" serve --demo
    ;;
serve)
    set_up demo
    export ESSENCE_VAR="${ESSENCE_VAR:-$home/var/site}"
    exec "$python" "$home/manage.py" serve
    ;;
test)
    set_up test
    cd "$home"
    if [ $# = 0 ]; then run_all_tests; else run_pytest -m 'not check' "$@"; fi
    ;;
check)
    set_up test
    cd "$home"
    run_pytest -m check "$@"
    # without an order, so that no case is left out
    [ $# != 0 ] || run_postgres_tests -n 2 --dist worksteal -m 'not check and not browser' -p no:randomly
    ;;
manage)
    set_up demo
    export ESSENCE_VAR="${ESSENCE_VAR:-$home/var/site}" # the site that `serve` serves
    # in the caller's folder, where the files that are named lie
    "$python" "$home/manage.py" "$@"
    ;;
*)
    usage >&2
    exit 2
    ;;
esac
