"""Names for new files, such as every system takes."""

import re

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_LONGEST = 60


def file_name_for(text: str, suffix: str) -> str:
    """Return a file name made of `text`, or of `plan` where nothing of it can be used."""
    plain = _NOT_IN_NAMES.sub(" ", text)
    plain = " ".join(plain.split())[:_LONGEST].strip(". ") or "plan"
    return f"{plain}_{suffix}" if _RESERVED.fullmatch(plain) else f"{plain}{suffix}"
