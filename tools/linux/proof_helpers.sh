# Sourced by the package checks: report the result of each check, and count failures.
failed=0

report_ok() { echo "  ok           $1"; }
report_failure() {
    echo "  FAILED       $1"
    failed=$((failed + 1))
}
report_unchecked() { # $1 the check, $2 the reason
    echo "  not checked  $1: $2"
}

check() { # $1 its name, then the command that must succeed; its output is shown if it fails
    name=$1
    shift
    if output=$("$@" 2>&1); then
        report_ok "$name"
    else
        report_failure "$name"
        echo "$output" | tail -n 20 | sed 's/^/               /'
    fi
}

check_with() { # $1 the program it needs, then as above
    program=$1
    shift
    if command -v "$program" >/dev/null 2>&1; then
        check "$@"
    else
        report_unchecked "$1" "$program is not installed"
    fi
}

list_files() { # every file of the system, except those in which apt and dpkg keep their own records
    find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /proof -o -path /tmp -o -path /var/cache \
        -o -path /var/lib/apt -o -path /var/lib/dpkg -o -path /var/log \) -prune -o -print | sort
}

# dpkg removes an empty folder that no other package owns; none owns /opt.
files_are_as_before() { # $1 the earlier list
    list_files >now
    diff "$1" now | grep '^[<>]' | grep -vx '< /opt' && return 1
    return 0
}
