"""LibreOffice as a second opinion on a workbook: it opens, recalculates and saves it anew."""

import shutil
import subprocess
from pathlib import Path

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""
_FILTERS = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "pdf": "pdf"}


def converted(book: Path, kind: str, folder: Path) -> Path:
    """Return `book` as LibreOffice saves it to `folder` after working every formula out anew."""
    if SOFFICE is None:
        raise FileNotFoundError("soffice")
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(_SETTINGS, encoding="utf-8")
    target = folder / "converted"
    subprocess.run(  # the program found on the path, files of our own
        [
            SOFFICE,
            "--headless",
            "--norestore",
            f"-env:UserInstallation={profile.as_uri()}",
            "--convert-to",
            _FILTERS[kind],
            "--outdir",
            str(target),
            str(book),
        ],
        check=True,
        capture_output=True,
        timeout=100,
    )
    return target / f"{book.stem}.{kind}"
