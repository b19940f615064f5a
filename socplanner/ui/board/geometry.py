"""Rectangles of whole pixels, for geometry that knows nothing of Qt."""

from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle; `right` and `bottom` lie just outside it."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column of pixels to the right."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first line of pixels below."""
        return self.y + self.height

    def contains(self, x: int, y: int) -> bool:
        """Return whether the point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: "Rect") -> bool:
        """Return whether any pixel belongs to both."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )
