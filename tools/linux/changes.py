"""What changed since when, read from CHANGELOG.md for those who write it in forms of their own."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from textwrap import wrap
from typing import NamedTuple

MAINTAINER = "The socplanner authors <noreply@socplanner.invalid>"
_HEADING = re.compile(r"^## (?P<version>\d[\w.]*) \((?P<day>[^)]+)\)$")


class Release(NamedTuple):
    """One version: its day, whether it is out, and what is new."""

    version: str
    day: datetime
    is_out: bool
    news: tuple[str, ...]


def releases(changelog: str, epoch: int) -> list[Release]:
    """Return the releases in `changelog`; one that is not out yet is dated by `epoch`."""
    return list(_read(changelog.splitlines(), datetime.fromtimestamp(epoch, UTC)))


def _read(lines: list[str], now: datetime) -> Iterator[Release]:
    heading: re.Match[str] | None = None
    news: list[str] = []
    for line in [*lines, "## 0 (end)"]:
        found = _HEADING.match(line)
        if found is None:
            if line.startswith("- "):
                news.append(line[2:].replace("**", "").replace("`", ""))
            elif line.startswith("  ") and news:
                news[-1] += line[1:].replace("**", "").replace("`", "")
            continue
        if heading is not None:
            is_out = heading["day"] != "unreleased"
            day = datetime.fromisoformat(heading["day"]).replace(tzinfo=UTC) if is_out else now
            yield Release(heading["version"], day, is_out, tuple(news))
        heading, news = found, []


def debian_changelog(changes: list[Release]) -> str:
    """Return the changelog of a Debian package."""
    return "\n".join(
        "\n".join(
            (
                f"socplanner ({each.version}) {_suite(each)}; urgency=medium",
                "",
                *(line for text in each.news for line in _item(text)),
                "",
                f" -- {MAINTAINER}  {each.day:%a, %d %b %Y %H:%M:%S %z}",
                "",
            )
        )
        for each in changes
    )


def _suite(release: Release) -> str:
    return "unstable" if release.is_out else "UNRELEASED"


def _item(text: str) -> list[str]:
    return wrap(text, 78, initial_indent="  * ", subsequent_indent="    ")


def appstream_releases(changes: list[Release]) -> str:
    """Return the releases for the software centre."""
    lines = [
        f'    <release version="{each.version}" date="{each.day:%Y-%m-%d}" '
        f'type="{"stable" if each.is_out else "development"}"/>'
        for each in changes
    ]
    return "\n".join(("<releases>", *lines, "  </releases>"))
