"""Runs inside Windows and prints, as JSON, what `inside_windows.py` judges."""

import ctypes
import json
import os
import sys
import tempfile
import threading
from pathlib import Path

from socplanner.services import files, i18n
from socplanner.services.file_problem import FileProblem

_FIELDS = ("ProductVersion", "FileDescription", "CompanyName")
_MOMENT = 0.3
_JAPANESE = 0x0411


def version_of(program: str) -> dict[str, str]:
    """Return what the Explorer shows of `program`, by language."""
    version = ctypes.windll.version  # type: ignore[attr-defined]
    size = version.GetFileVersionInfoSizeW(program, None)
    block = ctypes.create_string_buffer(size)
    version.GetFileVersionInfoW(program, 0, size, block)
    said = {}
    for table in ("040904B0", "041104B0", "040904E4"):  # the last is how NSIS says English
        for field in _FIELDS:
            text, length = ctypes.c_wchar_p(), ctypes.c_uint()
            path = f"\\StringFileInfo\\{table}\\{field}"
            if version.VerQueryValueW(block, path, ctypes.byref(text), ctypes.byref(length)):
                said[table[:4] + field] = text.value or ""
    return said


def saved_over(hold_for: float | None) -> list[object]:
    """Save over a file that is held open, for a while or throughout; return what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "plan.socplan"
        place.write_bytes(b"before")
        holding = place.open("rb")
        if hold_for is not None:
            threading.Timer(hold_for, holding.close).start()
        try:
            files.write_atomically(place, b"after")
            code = ""
        except FileProblem as problem:
            code = problem.code
        if hold_for is None:
            holding.close()
        return [code, place.read_text(encoding="utf-8"), sorted(os.listdir(folder))]  # noqa: PTH208


def read_folder() -> str:
    """Return what reading a folder as a file comes to."""
    try:
        files.read(Path(tempfile.gettempdir()))
    except FileProblem as problem:
        return problem.code
    return ""


def languages() -> list[str]:
    """Return in which language this Windows, English, is spoken to, and a Japanese one."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        os.environ.pop(name, None)
    return [i18n.system_language(), i18n._spoken_in(_JAPANESE)]  # noqa: SLF001


answers: dict[str, object] = {each: version_of(each) for each in sys.argv[1:]}
answers["held"] = saved_over(None)
answers["let go"] = saved_over(_MOMENT)
answers["folder"] = read_folder()
answers["languages"] = languages()
print(json.dumps(answers))  # noqa: T201
