"""How many prompts have each verdict: buttons that show only those."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from socplanner.domain.lesson_inputs import LessonVerdict
from socplanner.domain.lessons.reviewing import PromptReview, verdict_counts
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.icons import draw_icon
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled, scaled_pixels
from socplanner.ui.lessons.verdict_sign import VERDICT_SIGNS
from socplanner.wording.language import Words
from socplanner.wording.lesson_words import verdict_name

_AIR, _SIDE, _GAP, _SIGN = 8, 10, 6, 18
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)


class VerdictCard(FlatButton):
    """A number with the sign of its verdict, over the word."""

    def __init__(self, verdict: LessonVerdict, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.verdict = verdict
        self._number, self._name = "", ""
        self.setCheckable(True)

    def show_number(self, number: int, words: Words) -> None:
        """Show how many prompts have the verdict."""
        self._number, self._name = str(number), verdict_name(self.verdict, words)
        self.setText(f"{self._name} {number}")
        self.setAccessibleName(f"{self._name}: {number}")
        self.setToolTip(tool_tip(words.tr("Show only prompts with this verdict")))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        number, word = self._metrics()
        sign = scaled_pixels(self.font(), _SIGN) + _GAP
        wide = max(
            sign + number.horizontalAdvance(self._number), word.horizontalAdvance(self._name)
        )
        return QSize(wide + 2 * _SIDE + 2, number.height() + word.height() + _AIR)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def draw_content(self, painter: QPainter) -> None:
        number, word = self._metrics()
        sign, side = VERDICT_SIGNS[self.verdict], scaled_pixels(self.font(), _SIGN)
        ink = token(sign.ink, self.palette())
        above = QRectF(_SIDE, _AIR / 2, self.width() - 2 * _SIDE, number.height())
        draw_icon(painter, sign.icon, QRectF(above.left(), above.top(), side, above.height()), ink)
        painter.setFont(scaled(self.font(), "number"))
        painter.setPen(token("text", self.palette()))
        painter.drawText(above.adjusted(side + _GAP, 0, 0, 0), _LEFT, self._number)
        painter.setFont(scaled(self.font(), "dense"))
        painter.setPen(token("text-2", self.palette()))
        below = QRectF(above.left(), above.bottom(), above.width() + 2, word.height())
        painter.drawText(below, _LEFT, self._name)

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        return (
            QFontMetrics(scaled(self.font(), "number")),
            QFontMetrics(scaled(self.font(), "dense")),
        )


class VerdictCards(QWidget):
    """A card for each verdict, several of which can be checked, and how many are waived."""

    verdicts_chosen = Signal(object)
    """The checked verdicts as a frozenset; empty for all."""

    def __init__(self, parent: QWidget) -> None:
        """Begin with none checked."""
        super().__init__(parent)
        self.cards = {verdict: VerdictCard(verdict, self) for verdict in LessonVerdict}
        self.waived = InkLabel(self, "text-2", "dense")
        self.waived.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        for card in self.cards.values():
            card.clicked.connect(self._on_clicked)
            row.addWidget(card)
        row.addSpacing(8)
        row.addWidget(self.waived)
        row.addStretch(1)

    def show_reviews(self, reviews: Iterable[PromptReview], words: Words) -> None:
        """Show how many of `reviews` have each verdict."""
        listed = tuple(reviews)
        counts = verdict_counts(listed)
        for verdict, card in self.cards.items():
            card.show_number(counts[verdict], words)
        waived = sum(review.is_waived for review in listed)
        self.waived.setText(words.tr("Waived: {n}", n=waived) if waived else "")
        self.setAccessibleName(words.tr("Prompts by verdict"))

    def choose(self, verdicts: frozenset[LessonVerdict]) -> None:
        """Check the cards of `verdicts`."""
        for verdict, card in self.cards.items():
            card.setChecked(verdict in verdicts)

    def _on_clicked(self) -> None:
        chosen = [verdict for verdict, card in self.cards.items() if card.isChecked()]
        self.verdicts_chosen.emit(frozenset(chosen))
