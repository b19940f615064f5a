"""Write the files that go beside the program: `python -m tools.linux.share TARGET EPOCH`.

TARGET becomes /usr/share, the same for every kind of package.
"""

import gzip
import shutil
import sys
from pathlib import Path

from socplanner import __version__
from socplanner.services.i18n import words_for
from tools.linux.bash import bash
from tools.linux.changes import appstream_releases, debian_changelog, releases
from tools.linux.fish import fish
from tools.linux.icons import write_icons
from tools.linux.licences import collect_licences
from tools.linux.manual import manual
from tools.linux.zsh import zsh

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "resources" / "installer" / "linux"
METAINFO = "org.socplanner.socplanner.metainfo.xml"


def write_share(target: Path, epoch: int) -> None:
    """Replace the folder `target`; dates within the files are those of `epoch`."""
    shutil.rmtree(target, ignore_errors=True)
    changes = releases((ROOT / "CHANGELOG.md").read_text("utf-8"), epoch)
    day = f"{changes[0].day:%Y-%m-%d}"
    texts = {
        "applications/socplanner.desktop": _source("socplanner.desktop"),
        "mime/packages/socplanner.xml": _source("socplanner.xml"),
        f"metainfo/{METAINFO}": _source(METAINFO).replace(
            "<releases/>", appstream_releases(changes)
        ),
        "bash-completion/completions/socplanner": bash(),
        "zsh/vendor-completions/_socplanner": zsh(),
        "fish/vendor_completions.d/socplanner.fish": fish(),
        "doc/socplanner/copyright": _source("copyright"),
        "doc/socplanner/THIRD_PARTY_NOTICES.md": (ROOT / "THIRD_PARTY_NOTICES.md").read_text(
            "utf-8"
        ),
    }
    compressed = {
        "man/man1/socplanner.1.gz": manual(words_for("en"), __version__, day),
        "man/ja/man1/socplanner.1.gz": manual(words_for("ja"), __version__, day),
        "doc/socplanner/changelog.gz": debian_changelog(changes),
    }
    for name, text in texts.items():
        _write(target / name, text.encode())
    for name, text in compressed.items():
        _write(target / name, gzip.compress(text.encode(), 9, mtime=0))
    write_icons(ROOT, target / "icons" / "hicolor")
    collect_licences(ROOT / "dist" / "socplanner", target / "doc" / "socplanner" / "licences")


def _source(name: str) -> str:
    return (SOURCES / name).read_text("utf-8")


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


if __name__ == "__main__":
    write_share(Path(sys.argv[1]), int(sys.argv[2]))
