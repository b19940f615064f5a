"""Names for new files that are valid on every system."""

import re

from socplanner.domain.names import clean_line

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]+')
_INVISIBLE = re.compile("[\u061c\u200b\u200e\u200f\u2060-\u2064\ufeff]")
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])\s*(\..*)?",
    re.IGNORECASE,
)
"""Names of devices: Windows allows no file of such a name, whatever its extension."""

_LONGEST = 60


def file_name_for(text: str, suffix: str) -> str:
    """Return a file name made of `text`, or of `plan` where no character of it can be used."""
    plain = _NOT_IN_NAMES.sub(" ", _INVISIBLE.sub("", clean_line(text)))
    plain = " ".join(plain.split())[:_LONGEST].strip(". ") or "plan"
    return f"_{plain}{suffix}" if _RESERVED.fullmatch(plain) else f"{plain}{suffix}"
