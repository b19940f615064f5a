"""The earlier versions of each plan: the last ones, bounded in size, identical ones once.

Rules:

- A version is a file of its own, written as a whole; the name begins with the time, so that names
  are in the order of saving even where the clock was set back.
- The folder of a plan is named by a digest of the plan's id: no text of a plan becomes a path.
- What another program put into the folder stays; a damaged version is skipped, and goes when
  it is the oldest.
"""

import contextlib
import hashlib
import re
import time
from pathlib import Path
from typing import NamedTuple

from socplanner import __version__
from socplanner.services import files
from socplanner.services.file_lock import Busy, locked
from socplanner.services.file_problem import FileProblem, refused
from socplanner.services.plan_files import OpenedPlan
from socplanner.services.versions.version_file import (
    VersionFacts,
    digest_of,
    facts_of,
    packed_version,
    version_content,
)

MOST_VERSIONS = 20
MOST_SIZE = 50 * 1024 * 1024
"""The most bytes of the versions of one plan; the newest one stays whatever its size."""

_NAME = re.compile(r"(\d{20})-([0-9a-f]{16})\.version")
_LOCK = re.compile(r"\.\d{20}-[0-9a-f]{16}\.version\.lock")
"""The lock file of a version that was written; each has a name of its own."""

_PRIVATE = 0o700


class Version(NamedTuple):
    """An earlier version: its file, and what is known of it."""

    place: Path
    facts: VersionFacts

    def content(self) -> bytes:
        """Return the content that was saved; raise FileProblem if it cannot be read."""
        try:
            return version_content(files.read(self.place))
        except ValueError:
            raise refused(self.place, "version-damaged") from None


class KeptVersions(NamedTuple):
    """The versions of a plan, the newest first, and how many files could not be read."""

    versions: tuple[Version, ...]
    unread: int = 0


class VersionStore:
    """Earlier versions of plans in one folder."""

    def __init__(self, folder: Path) -> None:
        """Keep versions in `folder`, which need not exist yet."""
        self._folder = folder

    def versions(self, plan_id: str) -> KeptVersions:
        """Return the versions of a plan; none where the folder cannot be read."""
        kept, unread = [], 0
        for place in reversed(_places(self._folder_of(plan_id))):
            try:
                facts = facts_of(files.read(place))
            except (FileProblem, ValueError):
                unread += 1
                continue
            if facts.plan_id == plan_id:
                kept.append(Version(place, facts))
            else:
                unread += 1
        return KeptVersions(tuple(kept), unread)

    def keep(
        self, plan_id: str, content: bytes, path: str, *, at: float = 0.0, is_saved: bool = True
    ) -> None:
        """Keep `content` of the file `path` as the newest version; raise FileProblem.

        Content that is kept already becomes the newest version if it `is_saved`, else it stays
        where it is. `at` is when, in seconds since 1970, at first now.
        """
        facts = VersionFacts(plan_id, at or time.time(), path, __version__, digest_of(content))
        folder = self._folder_of(plan_id)
        try:
            folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        except OSError as error:
            raise files.unwritten(folder, error) from None
        try:
            with locked(folder / "versions"):
                self._keep(folder, facts, content, is_saved=is_saved)
        except Busy:
            raise refused(folder, "file-busy") from None

    def _keep(self, folder: Path, facts: VersionFacts, content: bytes, *, is_saved: bool) -> None:
        places = _places(folder)
        same = [each for each in places if _digest(each) == facts.digest[:16] and _is_whole(each)]
        if not same or (is_saved and same[-1] != places[-1]):
            stamp = max(time.time_ns(), _stamp(places[-1]) + 1 if places else 0)
            place = folder / f"{stamp:020d}-{facts.digest[:16]}.version"
            files.write_new(place, packed_version(facts, content))
            same.append(place)
        for each in same[:-1]:
            _remove(each)
        _remove_beyond_bounds(folder)

    def _folder_of(self, plan_id: str) -> Path:
        name = hashlib.sha256(plan_id.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return self._folder / name


def keep_version(store: VersionStore, opened: OpenedPlan, *, is_saved: bool) -> None:
    """Keep the content of `opened` in `store`; raise FileProblem."""
    content, path = opened.fingerprint.content, str(opened.path)
    store.keep(opened.plan.id, content, path, is_saved=is_saved)


def _places(folder: Path) -> list[Path]:
    """Return the files of versions in `folder`, the oldest first."""
    try:
        return sorted(each for each in folder.iterdir() if _NAME.fullmatch(each.name))
    except OSError:
        return []


def _remove_beyond_bounds(folder: Path) -> None:
    """Remove the oldest versions beyond the bounds, and what could not be removed before."""
    with contextlib.suppress(OSError):
        for place in folder.iterdir():
            if _LOCK.fullmatch(place.name):  # not in use: the folder is locked
                _remove(place)
    size = 0
    for number, place in enumerate(reversed(_places(folder))):
        with contextlib.suppress(OSError):
            size += place.stat().st_size
        if number >= MOST_VERSIONS or (number and size > MOST_SIZE):
            _remove(place)


def _remove(place: Path) -> None:
    with contextlib.suppress(OSError):
        place.unlink()


def _is_whole(place: Path) -> bool:
    try:
        version_content(files.read(place))
    except (FileProblem, ValueError):
        return False
    return True


def _stamp(place: Path) -> int:
    return int(place.name[:20])


def _digest(place: Path) -> str:
    return place.stem[-16:]
