"""Write what dpkg is told of the package: `python -m tools.linux.control ROOT`.

ROOT is the tree that will be packed; its folder DEBIAN gets the files `control` and `md5sums`.
"""

import sys
from hashlib import md5
from pathlib import Path

from socplanner import __version__
from tools.linux.changes import MAINTAINER
from tools.linux.depends import debian_depends

CONTROL = """\
Package: socplanner
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: libx11-data, shared-mime-info, hicolor-icon-theme
Section: misc
Priority: optional
Description: plan a security-response organisation (SOC and CSIRT)
 Arrange the 54 roles of a SOC and CSIRT on a board: which there are, who is
 Responsible, Accountable, Consulted and Informed for each, in-house or
 outsourced, now and later. Contradictions show as they are made. An Excel
 responsibility matrix goes out to departments and providers, and what comes
 back is reviewed before anything is taken.
 .
 A plan is one readable YAML file. Everything works offline, in Japanese and
 English, in a window and in the terminal.
"""


def write_control(root: Path) -> None:
    """Write both files for the tree `root`."""
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    files = [path for path in files if path.relative_to(root).parts[0] != "DEBIAN"]
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(
        CONTROL.format(
            version=__version__,
            maintainer=MAINTAINER,
            size=sum(-(-path.stat().st_size // 1024) for path in files),
            depends=debian_depends(root),
        ),
        encoding="utf-8",
    )
    sums = (f"{_md5(path)}  {path.relative_to(root).as_posix()}\n" for path in files)
    (root / "DEBIAN" / "md5sums").write_text("".join(sums), encoding="utf-8")


def _md5(path: Path) -> str:
    return md5(path.read_bytes(), usedforsecurity=False).hexdigest()


if __name__ == "__main__":
    write_control(Path(sys.argv[1]))
