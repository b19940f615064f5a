"""Rectangles of the board as tests compare them."""

from socplanner.ui.board.geometry import Rect


def encloses(outer: Rect, inner: Rect) -> bool:
    """Return whether `inner` lies wholly inside `outer`."""
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )
