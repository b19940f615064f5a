"""Pictures as files: PDF with a page for each page, SVG and PNG with the pages one below another.

Text stays text: PDF has the fonts that are used embedded, SVG names them, with others to fall back
on and the width of each text (`svg_text`).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter

from socplanner import __version__
from socplanner.domain.picture_choices import PDF, PNG, SVG
from socplanner.domain.picture_options import PictureOptions
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.ui.pictures.pdf_search import searchable_pdf
from socplanner.ui.pictures.picture import POINTS, Picture, paper_size
from socplanner.ui.pictures.picture_facts import picture_facts
from socplanner.ui.pictures.svg_text import portable_svg
from socplanner.wording.language import Words
from socplanner.wording.terms import phase_label

_RESOLUTION = 1200
_MOST_PIXELS = 120_000_000
_LONGEST_SIDE = 32_000
_INCH = 25.4


def picture_content(
    plan: Plan, options: PictureOptions, words: Words, day: date, suffix: str
) -> bytes:
    """Return the picture of `plan` as a file with `suffix`, in the language of `words`.

    Raise KeyError for an unknown phase or suffix, and EditRejected as `picture_bytes` does.
    """
    facts = picture_facts(plan, options, words, day)
    title = f"{plan.organisation} - {phase_label(plan, options.phase, words)}"
    return picture_bytes(suffix, Picture(facts, paper_size(options.paper)), title, options.dots)


def picture_bytes(suffix: str, picture: Picture, title: str, dots: int) -> bytes:
    """Return the file of `picture`; raise KeyError for an unknown suffix.

    Raise EditRejected where a PNG would have too many dots.
    """
    render: dict[str, Callable[[], bytes]] = {
        PDF: lambda: _pdf(picture, title),
        SVG: lambda: _svg(picture, title),
        PNG: lambda: _png(picture, dots),
    }
    return render[suffix]()


@contextmanager
def painter_on(device: QPaintDevice) -> Iterator[QPainter]:
    """Yield a painter that ends before its device, even after an exception: else Qt aborts."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()


def draw_stacked(painter: QPainter, picture: Picture) -> None:
    """Draw all pages one below another, in points."""
    painter.fillRect(QRectF(0, 0, *_stacked(picture).toTuple()), "#FFFFFF")
    for page in range(picture.count):
        picture.draw(painter, page)
        painter.translate(0, picture.size.height())


def _stacked(picture: Picture) -> QSizeF:
    return QSizeF(picture.size.width(), picture.size.height() * picture.count)


def _pdf(picture: Picture, title: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(f"socplanner {__version__}")
    writer.setResolution(_RESOLUTION)
    unit, match = QPageSize.Unit.Point, QPageSize.SizeMatchPolicy.FuzzyMatch
    # A size of a page is upright; the layout turns it.
    upright = QPageSize(picture.size.transposed(), unit, "", match)
    layout = QPageLayout(upright, QPageLayout.Orientation.Landscape, QMarginsF())
    writer.setPageLayout(layout)
    with painter_on(writer) as painter:
        painter.scale(_RESOLUTION / POINTS, _RESOLUTION / POINTS)
        for page in range(picture.count):
            if page:
                writer.newPage()
            picture.draw(painter, page)
    return searchable_pdf(bytes(buffer.data().data()))


def _svg(picture: Picture, title: str) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    buffer, size = QBuffer(), _stacked(picture)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(POINTS)
    generator.setSize(size.toSize())
    generator.setViewBox(QRectF(0, 0, *size.toTuple()))
    generator.setTitle(title)
    generator.setDescription(f"socplanner {__version__}")
    with painter_on(generator) as painter:
        draw_stacked(painter, picture)
    return portable_svg(bytes(buffer.data().data()).decode()).encode()


def _png(picture: Picture, dots: int) -> bytes:
    size = _stacked(picture) * (dots / POINTS)
    wide, high = round(size.width()), round(size.height())
    if wide * high > _MOST_PIXELS or max(wide, high) > _LONGEST_SIDE:
        raise EditRejected("picture-too-large", width=wide, height=high, pages=picture.count)
    image = QImage(QSize(wide, high), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(dots / _INCH * 1000))
    image.setDotsPerMeterY(round(dots / _INCH * 1000))
    with painter_on(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.scale(dots / POINTS, dots / POINTS)
        draw_stacked(painter, picture)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # the stub asks for bytes, the program for text
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
