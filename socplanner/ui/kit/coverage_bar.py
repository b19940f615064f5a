"""How strongly hours are covered, as the height of a bar: seen without colour.

On duty is full, on call a half, a pre-approved action a third, best effort a line.
"""

from PySide6.QtCore import QRectF

from socplanner.domain.coverage import CoverageMode

_SHARES = {
    CoverageMode.ON_DUTY: 1.0,
    CoverageMode.ON_CALL: 0.55,
    CoverageMode.PRE_APPROVED: 0.32,
    CoverageMode.BEST_EFFORT: 0.14,
}


def coverage_bar(rect: QRectF, mode: CoverageMode) -> QRectF:
    """Return the part of `rect`, from its bottom, that is filled for hours of `mode`."""
    high = max(round(rect.height() * _SHARES[mode]), 2)
    return QRectF(rect.left(), rect.bottom() - high, rect.width(), high)
