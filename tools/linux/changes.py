"""The releases in CHANGELOG.md, and the formats in which Debian and AppStream list them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from textwrap import wrap
from typing import NamedTuple

MAINTAINER = "The socplanner authors <noreply@socplanner.invalid>"
_HEADING = re.compile(r"^## (?P<version>\d[\w.]*) \((?P<day>[^)]+)\)$")


class Release(NamedTuple):
    """One version: its day, whether it is released, and its changes."""

    version: str
    day: datetime
    is_released: bool
    changes: tuple[str, ...]


def releases(changelog: str, epoch: int) -> list[Release]:
    """Return the releases in `changelog`; one that is not released has the date `epoch`."""
    return list(_read(changelog.splitlines(), datetime.fromtimestamp(epoch, UTC)))


def _read(lines: list[str], now: datetime) -> Iterator[Release]:
    heading: re.Match[str] | None = None
    items: list[str] = []
    for line in [*lines, "## 0 (end)"]:
        match = _HEADING.match(line)
        if match is None:
            if line.startswith("- "):
                items.append(line[2:].replace("**", "").replace("`", ""))
            elif line.startswith("  ") and items:
                items[-1] += line[1:].replace("**", "").replace("`", "")
            continue
        if heading is not None:
            is_released = heading["day"] != "unreleased"
            day = datetime.fromisoformat(heading["day"]).replace(tzinfo=UTC) if is_released else now
            yield Release(heading["version"], day, is_released, tuple(items))
        heading, items = match, []


def debian_changelog(changes: list[Release]) -> str:
    """Return the changelog of a Debian package."""
    return "\n".join(
        "\n".join(
            (
                f"socplanner ({release.version}) {_suite(release)}; urgency=medium",
                "",
                *(line for text in release.changes for line in _item(text)),
                "",
                f" -- {MAINTAINER}  {release.day:%a, %d %b %Y %H:%M:%S %z}",
                "",
            )
        )
        for release in changes
    )


def _suite(release: Release) -> str:
    return "unstable" if release.is_released else "UNRELEASED"


def _item(text: str) -> list[str]:
    return wrap(text, 78, initial_indent="  * ", subsequent_indent="    ")


def appstream_releases(changes: list[Release]) -> str:
    """Return the releases in the format of AppStream, for software centres."""
    lines = [
        f'    <release version="{release.version}" date="{release.day:%Y-%m-%d}" '
        f'type="{"stable" if release.is_released else "development"}"/>'
        for release in changes
    ]
    return "\n".join(("<releases>", *lines, "  </releases>"))
