"""Makes the text of an SVG file of Qt portable, so that it looks alike with other fonts.

Qt writes a text in pieces, one for each script, in the font of this machine. Here the pieces of a
text become one element, so that names can be searched for; each element has the width that it was
measured with (`textLength`), and names further fonts.
"""

import re
from dataclasses import dataclass
from html import unescape

from PySide6.QtGui import QFontMetricsF

from socplanner.ui.pictures.print_fonts import font_families, print_font

_PIECE = re.compile(
    r'<text (?P<before>[^>]*?) x="(?P<x>[-\d.]+)" y="(?P<y>[-\d.]+)" (?P<after>[^>]*?)\s*>'
    r"(?P<content>[^<]*)</text>\s*"
)
_FAMILY = re.compile(r'font-family="[^"]*"')
_FONT = re.compile(r'font-size="(\d+)" font-weight="(\d+)"')
_BOLD = 600
_NEAR = 0.6
"""Pixels by which the end of a piece and the beginning of the next may differ."""


@dataclass(slots=True)
class _Text:
    """One text: where it begins, how it is drawn, its content as XML, and how wide that is."""

    x: float
    y: str
    style: str
    content: str
    width: float

    def continues_with(self, other: "_Text") -> bool:
        """Return whether `other` is the next piece of the same text."""
        is_alike = (self.y, self.style) == (other.y, other.style)
        return is_alike and abs(self.x + self.width - other.x) < _NEAR

    def element(self) -> str:
        """Return the text as an element."""
        place = f'x="{self.x:g}" y="{self.y}" textLength="{self.width:.6g}"'
        adjust = 'lengthAdjust="spacingAndGlyphs"'
        return f"<text {self.style} {place} {adjust}>{self.content}</text>\n"


def portable_svg(svg: str) -> str:
    """Return the SVG file `svg` of Qt with portable texts."""
    families = 'font-family="{}"'.format(", ".join(font_families()))
    done, parts, waiting = 0, [], None
    for match in _PIECE.finditer(svg):
        piece = _text_of(match)
        if waiting is not None and match.start() == done and waiting.continues_with(piece):
            waiting.content += piece.content
            waiting.width = piece.x + piece.width - waiting.x
        else:
            parts.append("" if waiting is None else waiting.element())
            parts.append(svg[done : match.start()])
            waiting = piece
        done = match.end()
    parts += ["" if waiting is None else waiting.element(), svg[done:]]
    return _FAMILY.sub(families, "".join(parts))


def _text_of(match: re.Match[str]) -> _Text:
    style = f"{match['before']} {match['after']}".strip()
    font = _FONT.search(style)
    size, weight = (12, 400) if font is None else (int(font[1]), int(font[2]))
    metrics = QFontMetricsF(print_font(size, is_bold=weight >= _BOLD))
    width = metrics.horizontalAdvance(unescape(match["content"]))
    return _Text(float(match["x"]), match["y"], style, match["content"], width)
