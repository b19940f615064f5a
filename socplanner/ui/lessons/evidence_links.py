"""The evidence of a prompt as lines of sign and sentence; those with a place are links."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from socplanner.domain.lessons.evidence import Evidence
from socplanner.domain.plan import Plan
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.icons import draw_icon
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.ui.lessons.verdict_sign import VERDICT_SIGNS
from socplanner.wording.evidence_words import evidence_sentence
from socplanner.wording.language import Words
from socplanner.wording.lesson_words import more_evidence, verdict_name

_SIDE, _AIR, _GAP, _ICON, _ARROW = 4, 4, 6, 16, 14
_WRAPPED = (
    int(Qt.TextFlag.TextWordWrap)
    | int(Qt.AlignmentFlag.AlignLeft)
    | int(Qt.AlignmentFlag.AlignVCenter)
)


class EvidenceLink(FlatButton):
    """One piece of evidence, in as many lines as it needs; pressed, it leads to its place."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.evidence: Evidence | None = None
        self._verdict = next(iter(VERDICT_SIGNS))
        self._sentence = ""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_evidence(self, evidence: Evidence, plan: Plan, words: Words) -> None:
        """Show `evidence` of `plan`."""
        self.evidence, self._verdict = evidence, evidence.verdict
        self._sentence = evidence_sentence(evidence, plan, words)
        name = f"{verdict_name(evidence.verdict, words)}: {self._sentence}"
        is_link = evidence.place != "none"
        self.setAccessibleName(name)
        self.setAccessibleDescription(words.tr("Leads to the plan") if is_link else "")
        self.setToolTip(tool_tip(words.tr("Go there") if is_link else ""))
        self.setEnabled(is_link)
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        left = scaled_pixels(self.font(), _ICON) + _SIDE + _GAP
        space = QRectF(0, 0, max(width - left - _ARROW - 2 * _SIDE, 40), 10_000)
        metrics = QFontMetrics(self.font())
        high = metrics.boundingRect(space.toRect(), _WRAPPED, self._sentence).height()
        return max(high, metrics.height()) + 2 * _AIR

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().height() + 2 * _AIR)

    @override
    def draw_content(self, painter: QPainter) -> None:
        sign, side = VERDICT_SIGNS[self._verdict], scaled_pixels(self.font(), _ICON)
        rect, palette = QRectF(self.rect()), self.palette()
        line = self.fontMetrics().height() + 2 * _AIR
        place = QRectF(_SIDE, 0, side, min(rect.height(), line))
        draw_icon(painter, sign.icon, place, token(sign.ink, palette))
        text = rect.adjusted(_SIDE + side + _GAP, _AIR, -_ARROW - _SIDE, -_AIR)
        painter.setPen(token("text", palette))
        painter.drawText(text, _WRAPPED, self._sentence)
        if self.isEnabled():
            arrow = QRectF(rect.right() - _ARROW - 2, 0, _ARROW, rect.height())
            draw_icon(painter, "chevron-right", arrow, token("text-2", palette))


class EvidenceLinks(QWidget):
    """The evidence of one prompt, one piece below the other."""

    chosen = Signal(object)
    """The `Evidence` whose place the planner wants to see."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.links: list[EvidenceLink] = []
        self._more = InkLabel(self, "text-2", "dense")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._more)

    def show_evidence(
        self, evidence: Sequence[Evidence], more: int, plan: Plan, words: Words
    ) -> None:
        """Show `evidence`, and that there are `more` pieces."""
        while len(self.links) < len(evidence):
            link = EvidenceLink(self)
            link.clicked.connect(self._on_clicked)
            self._column.insertWidget(self._column.count() - 1, link)
            self.links.append(link)
        for place, link in enumerate(self.links):
            link.setVisible(place < len(evidence))
            if place < len(evidence):
                link.show_evidence(evidence[place], plan, words)
        self._more.setVisible(more > 0)
        self._more.setText(more_evidence(more, words) if more else "")

    def fit_font(self) -> None:
        """Set what depends on the size of text."""
        self._more.apply_style()
        for link in self.links:
            link.updateGeometry()

    def _on_clicked(self) -> None:
        link = self.sender()
        if isinstance(link, EvidenceLink) and link.evidence is not None:
            self.chosen.emit(link.evidence)
