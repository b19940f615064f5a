"""Missing Japanese fonts: how to find out, and the message about it."""

import sys
from collections.abc import Callable

from PySide6.QtGui import QFont, QFontMetrics

from socplanner.ui.kit.notice import Notice, NoticeKind
from socplanner.wording.language import N_, Words

_SAMPLE = "計画あア"
_REMEDIES = {
    "linux": N_(
        "Install one, for instance with “sudo apt install fonts-noto-cjk”, and start socplanner "
        "again."
    ),
    "win32": N_(
        "Add “Japanese Supplemental Fonts” in Settings > System > Optional features, and start "
        "socplanner again."
    ),
}
_OTHER = N_("Install one, and start socplanner again.")


def draws_japanese(font: QFont) -> bool:
    """Return whether `font`, or a substitute of the system, has Japanese characters."""
    metrics = QFontMetrics(font)
    return all(metrics.inFontUcs4(ord(character)) for character in _SAMPLE)


def show_missing(words: Words, notify: Callable[[Notice], object]) -> None:
    """Report by `notify` that no font has Japanese characters, and the remedy."""
    text = words.tr("This system has no font with Japanese characters: they show as boxes.")
    remedy = words.tr(_REMEDIES.get(sys.platform, _OTHER))
    notify(Notice(NoticeKind.PROBLEM, f"{text} {remedy}"))
