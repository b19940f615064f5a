"""A card is drawn on any painter: as a picture of the board, and as an SVG with its texts."""

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize
from PySide6.QtGui import QFont, QImage, QPainter, QPalette, Qt
from PySide6.QtSvg import QSvgGenerator

from socplanner.domain.catalogue import Sourcing
from socplanner.ui.board.card import Badge, Card
from socplanner.ui.board.card_painter import CardPainter
from socplanner.ui.board.card_pictures import CardPictures
from socplanner.ui.board.geometry import Rect
from socplanner.ui.board.lane_boxes import CardForm, CardStyle
from socplanner.ui.board.text_fit import TextFit

CARD = Card(
    "B-3", "B", "Triage", Sourcing.BOTH, (Badge("SOC", "internal", True, False),), None, True
)
SIZE = (160, 70)
STYLE = CardStyle(12, 2, *SIZE, CardForm.MEDIUM)


def card_painter() -> CardPainter:
    """Return a painter of cards in the usual font and colours."""
    return CardPainter(TextFit(QFont(), [CARD.name]), QPalette())


def svg_of(rect: Rect) -> str:
    """Return the SVG of the card, drawn in `rect`."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(400, 200))
    painter = QPainter(generator)
    card_painter().draw(painter, CARD, rect, STYLE)
    painter.end()
    return bytes(buffer.data().data()).decode("utf-8")


def image_of(rect: Rect) -> QImage:
    """Return a picture of the card, drawn in `rect`."""
    image = QImage(400, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    card_painter().draw(painter, CARD, rect, STYLE)
    painter.end()
    return image


def test_a_card_in_an_svg_has_all_its_texts_as_text(qapp: object) -> None:
    svg = svg_of(Rect(0, 0, *SIZE))
    for text in ("B-3", "SOC", "≠", "Triage"):
        assert f">{text}</text>" in svg.replace("\n", "")


def test_a_card_is_drawn_where_its_rectangle_is(qapp: object) -> None:
    first, other = image_of(Rect(0, 0, *SIZE)), image_of(Rect(30, 40, *SIZE))
    assert other.copy(QRect(30, 40, *SIZE)) == first.copy(QRect(0, 0, *SIZE))
    assert other.pixelColor(10, 10).alpha() == 0


def test_a_card_leaves_the_painter_as_it_was(qapp: object) -> None:
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    before = (painter.transform(), painter.font(), painter.pen(), painter.renderHints())
    card_painter().draw(painter, CARD, Rect(3, 4, *SIZE), STYLE)
    assert before == (painter.transform(), painter.font(), painter.pen(), painter.renderHints())
    painter.end()


def test_a_picture_is_kept_until_card_or_size_differ(qapp: object) -> None:
    pictures = CardPictures(card_painter(), 1.0)
    first = pictures.picture(CARD, Rect(0, 0, *SIZE), STYLE)
    assert pictures.picture(CARD, Rect(90, 70, *SIZE), STYLE) is first
    assert pictures.picture(CARD, Rect(0, 0, 161, 70), STYLE) is not first
    assert pictures.picture(CARD._replace(deviates=False), Rect(0, 0, *SIZE), STYLE) is not first


def test_pictures_have_as_many_dots_as_the_screen(qapp: object) -> None:
    picture = CardPictures(card_painter(), 2.0).picture(CARD, Rect(0, 0, *SIZE), STYLE)
    assert picture.width() == 2 * SIZE[0]
    assert picture.devicePixelRatio() == 2.0
