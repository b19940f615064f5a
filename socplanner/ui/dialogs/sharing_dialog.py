"""The dialog for an agreement: label, types, and the seven questions of both sides."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.flows.defaults import DefaultFlows
from socplanner.domain.marking import Tlp
from socplanner.domain.plan import Plan
from socplanner.domain.sharing.duties import missing_counterpart
from socplanner.domain.sharing_edits import SetAgreement
from socplanner.domain.sharing_inputs import (
    SHARING_PICKS,
    THREAT_TYPES,
    Agreement,
    SharingAnswer,
    SharingQuestion,
    SharingSide,
    agreement_with,
)
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.local_field import LocalField
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.segments import Segment, Segments
from socplanner.wording import errors
from socplanner.wording.language import Words
from socplanner.wording.marking import tlp_label
from socplanner.wording.sharing_words import (
    pick_name,
    question_name,
    sharing_side_name,
    threat_type_name,
)

_SIDES = ("send", "receive")
_TYPES_A_ROW = 2
_LEAST_WIDTH, _LEAST_HEIGHT = 640, 300
"""The least size of the questions, which scroll in it."""

_BOX_SPACE = 10
_LINE_WIDTH = 600
"""The width of a line of picks from which the next one begins, beside the names of questions."""

_SIZE = (760, 660)


class SideForm(QWidget):
    """The seven questions of one side: picks, and a text below them."""

    def __init__(self, before: SharingSide, words: Words, parent: QWidget) -> None:
        """Begin with the answers `before`."""
        super().__init__(parent)
        self.picks: dict[SharingQuestion, dict[str, QCheckBox]] = {}
        self.texts: dict[SharingQuestion, LocalField] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 4, 8, 4)
        for question, answer in before.answers().items():
            boxes = {
                pick: QCheckBox(pick_name(question, pick, words), self)
                for pick in SHARING_PICKS[question]
            }
            for pick, box in boxes.items():
                box.setChecked(pick in answer.picks)
            name = question_name(question, words)
            text = LocalField(answer.text, words, self)
            text.setPlaceholderText(text.placeholderText() or words.tr("in your own words"))
            text.setAccessibleName(words.tr("{question}, in your own words", question=name))
            self.picks[question], self.texts[question] = boxes, text
            for box in boxes.values():
                box.setAccessibleName(f"{name}: {box.text()}")
            both = QVBoxLayout()
            both.setSpacing(2)
            for line in _lines_of(tuple(boxes.values())):
                row = QHBoxLayout()
                row.setSpacing(_BOX_SPACE)
                for box in line:
                    row.addWidget(box)
                row.addStretch(1)
                both.addLayout(row)
            both.addWidget(text)
            form.addRow(name, both)

    @property
    def side(self) -> SharingSide:
        """The answers as the fields have them."""
        answers = (
            SharingAnswer(
                tuple(pick for pick, box in boxes.items() if box.isChecked()),
                self.texts[question].local_text,
            )
            for question, boxes in self.picks.items()
        )
        return SharingSide(*answers)


def _lines_of(boxes: Sequence[QCheckBox]) -> Iterator[Sequence[QCheckBox]]:
    """Yield `boxes` in lines that are no wider than the least width of the questions."""
    line: list[QCheckBox] = []
    wide = 0
    for box in boxes:
        needed = box.sizeHint().width() + _BOX_SPACE
        if line and wide + needed > _LINE_WIDTH:
            yield line
            line, wide = [], 0
        line.append(box)
        wide += needed
    yield line


class SharingDialog(QuestionDialog):
    """Edits the agreement with one counterpart."""

    def __init__(
        self,
        start: Agreement,
        name: str,
        plan: Plan,
        defaults: DefaultFlows,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the agreement `start` with the counterpart `name`."""
        title = words.tr("Sharing with {counterpart}", counterpart=name)
        is_new = agreement_with(plan.sharing, start.counterpart) is None
        super().__init__(title, words.tr("Add") if is_new else words.tr("Change"), words, parent)
        self._start, self._plan, self._defaults = start, plan, defaults
        self.labels = QComboBox(self)
        self.types = {each: QCheckBox(threat_type_name(each, words), self) for each in THREAT_TYPES}
        self.note = LocalField(start.note, words, self)
        self.sides = Segments(self)
        self.forms = {
            "send": SideForm(start.send, words, self),
            "receive": SideForm(start.receive, words, self),
        }
        self._stack = QStackedWidget(self)
        self._fill()
        self._lay_out()
        self.errors.find_by(self._problems)

    @property
    def agreement(self) -> Agreement:
        """The agreement as the fields have it."""
        label = self.labels.currentData()
        return Agreement(
            self._start.counterpart,
            Tlp(label) if label else None,
            tuple(each for each, box in self.types.items() if box.isChecked()),
            self.forms["send"].side,
            self.forms["receive"].side,
            self.note.local_text,
        )

    @property
    def edit(self) -> SetAgreement:
        """The edit that states the agreement; a default counterpart comes with it."""
        added = missing_counterpart(self._plan, self._start.counterpart, self._defaults)
        return SetAgreement(self.agreement, added)

    def show_side(self, side: str) -> None:
        """Show the questions of `side`: `send` or `receive`."""
        self._stack.setCurrentIndex(_SIDES.index(side))
        self.sides.choose(side)

    def _fill(self) -> None:
        words, start = self.words, self._start
        self.labels.addItem(words.tr("not stated"), "")
        for label in Tlp:
            self.labels.addItem(tlp_label(label), label.value)
        chosen = "" if start.tlp is None else start.tlp.value
        self.labels.setCurrentIndex(max(self.labels.findData(chosen), 0))
        for kind, box in self.types.items():
            box.setChecked(kind in start.types)
        self.sides.set_choices(
            [Segment(side, sharing_side_name(side, words)) for side in _SIDES], "send"
        )
        self.sides.setAccessibleName(words.tr("Side of the agreement"))
        self.sides.chosen.connect(self.show_side)

    def _lay_out(self) -> None:
        words, form = self.words, QFormLayout()
        form.addRow(words.tr("T&LP"), self.labels)
        types = QGridLayout()
        types.setHorizontalSpacing(10)
        for place, box in enumerate(self.types.values()):
            types.addWidget(box, *divmod(place, _TYPES_A_ROW))
        types.setColumnStretch(_TYPES_A_ROW, 1)
        form.addRow(words.tr("Types of threat information"), types)
        self.errors.add_row(form, words.tr("&Note"), self.note)
        for side in _SIDES:
            area = QScrollArea(self)
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidget(self.forms[side])
            self._stack.addWidget(area)
            for field in self.forms[side].texts.values():
                self.errors.add(field)
        self._stack.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self.column.addLayout(form)
        self.column.addWidget(self.sides)
        self.column.addWidget(self._stack, 1)
        self.finish_layout()
        resize_for_texts(self, *_SIZE)

    def _problems(self) -> dict[QWidget, str]:
        problem = rejection_of(self.edit, self._plan)
        return {} if problem is None else {self.note: errors.message(problem, self.words)}
