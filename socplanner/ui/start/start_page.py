"""What the window shows while no plan is open: how to begin, recent plans, samples, patterns."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from socplanner.domain.catalogue import Catalogue, Sourcing
from socplanner.domain.new_plan import NOW, NOW_NAME, NewPlanOptions, new_plan
from socplanner.domain.phases import duties
from socplanner.services.file_problem import FileProblem
from socplanner.services.plan_files import open_plan
from socplanner.services.translator import Translator
from socplanner.ui.kit.backdrop import Backdrop
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.mini_board import mini_lanes
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.picture_card import PictureCard
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.samples import Sample
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.start.card_rows import CardRows
from socplanner.ui.start.command_card import CommandCard
from socplanner.ui.start.recent_plans import RecentPlans
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import sourcing_name

_LEFT, _LOGO = 27, 44
"""The width of the left side in heights of a line, and the pixels of the program's icon."""

_NEWS = (
    N_("A board that stays put, with areas as in the textbook"),
    N_("Find anything with Ctrl+K, in both languages"),
    N_("Hours, people and maturity, computed from the plan"),
)


class StartPage(QWidget):
    """Offers ways to begin; each choice is a signal."""

    new_requested = Signal(str)
    """A new plan is wanted: the id of the pattern to begin with, or an empty text."""

    open_requested = Signal()
    import_requested = Signal()
    closed = Signal()
    """The planner wants to go back to the open plan."""

    plan_chosen = Signal(str)
    """The path of a recent plan."""

    sample_chosen = Signal(str)
    """The path of a sample."""

    def __init__(
        self, catalogue: Catalogue, icon: QIcon, translator: Translator, parent: QWidget
    ) -> None:
        """Offer the patterns of `catalogue`; plans and samples follow by `show_plans`."""
        super().__init__(parent)
        self._catalogue = catalogue
        self._icon = icon
        self._translator = translator
        self._logo = PlainLabel(self)
        self._name, self._about = PlainLabel(self), PlainLabel(self)
        self.new = CommandCard(self, "new-plan", is_primary=True)
        self.open = CommandCard(self, "folder")
        self.import_ = CommandCard(self, "matrix")
        self.back = FlatButton(self, is_edged=True)
        self._news_title, self._news = PlainLabel(self), PlainLabel(self)
        self._offline = PlainLabel(self)
        self._titles = [PlainLabel(self) for _ in range(3)]
        self.recent = RecentPlans(self)
        self.samples: list[PictureCard] = []
        self.patterns = [PictureCard(self) for _ in catalogue.patterns]
        self._paths: tuple[str, ...] = ()
        self._sample_plans: tuple[Sample, ...] = ()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_plans(
        self, recent: Sequence[str], samples: Sequence[Sample], *, can_leave: bool
    ) -> None:
        """List the `recent` plans and the `samples`; a plan is open behind if one `can_leave`."""
        self._paths, self._sample_plans = tuple(recent), tuple(samples)
        self.back.setVisible(can_leave)
        while len(self.samples) < len(samples):
            card = PictureCard(self)
            card.clicked.connect(self._choose_sample)
            self._sample_row.add(card)
            self.samples.append(card)
        self.retranslate()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        self._about.setText(words.tr("Plan a security-response organisation"))
        self._name.setText("socplanner")
        self.new.show_texts(
            words.tr("New plan"), words.tr("Organisation and pattern, in two minutes"), "Ctrl+N"
        )
        self.open.show_texts(words.tr("Open"), words.tr("A plan file (.socplan, .yaml)"), "Ctrl+O")
        self.import_.show_texts(
            words.tr("Import from Excel"), words.tr("A responsibility matrix you have"), "Ctrl+I"
        )
        self.back.setText(words.tr("Back to the plan"))
        self._news_title.setText(words.tr("What is new"))
        self._news.setText("\n".join(f"· {words.tr(each)}" for each in _NEWS))
        self._offline.setText(words.tr("Works on this computer alone: nothing is sent anywhere."))
        titles = (
            words.tr("Recent plans"),
            words.tr("Learn from a sample"),
            words.tr("Begin with a pattern"),
        )
        for label, title in zip(self._titles, titles, strict=True):
            label.setText(title)
        self._set_fonts()
        self.recent.show_paths(self._paths, words)
        self._show_samples(words)
        self._show_patterns(words)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_sample_row"):
            self._set_fonts()

    def _set_fonts(self) -> None:
        self._logo.setPixmap(self._icon.pixmap(_LOGO, _LOGO))
        self._name.setFont(scaled(self.font(), "number"))
        self._news_title.setFont(scaled(self.font(), "heading"))
        for label in self._titles:
            label.setFont(scaled(self.font(), "title"))

    def _show_samples(self, words: Words) -> None:
        for card in self.samples[len(self._sample_plans) :]:
            card.hide()
        for card, sample in zip(self.samples, self._sample_plans, strict=False):
            card.setObjectName(str(sample.path))
            try:
                plan = open_plan(Path(sample.path)).plan
            except FileProblem:
                card.hide()
                continue
            parts = [words.count("{n} party", "{n} parties", len(plan.parties))]
            parts.append(words.count("{n} phase", "{n} phases", len(plan.phases)))
            lanes = mini_lanes(plan, plan.phases[0].id)
            card.show_plan(sample.name, " · ".join(parts), lanes)

    def _show_patterns(self, words: Words) -> None:
        for card, pattern in zip(self.patterns, self._catalogue.patterns, strict=True):
            options = NewPlanOptions("-", pattern.id, NOW_NAME)
            plan = new_plan(self._catalogue, "preview", options)
            sourcings = [duty.sourcing for duty in duties(plan, NOW).values()]
            counts = (
                f"{sourcing_name(each, words)} {sourcings.count(each)}"
                for each in (Sourcing.INSOURCE, Sourcing.OUTSOURCE, Sourcing.BOTH)
                if sourcings.count(each)
            )
            card.setObjectName(pattern.id)
            lanes = mini_lanes(plan, NOW)
            card.show_plan(words.local(pattern.name), " · ".join(counts), lanes)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left_side())
        row.addWidget(self._right_side(), 1)

    def _left_side(self) -> QWidget:
        side = Backdrop("window", Qt.Edge.RightEdge, self)
        side.setMinimumWidth(self.fontMetrics().height() * _LEFT)
        logo_row, names = QHBoxLayout(), QVBoxLayout()
        logo_row.setSpacing(12)
        logo_row.addWidget(self._logo)
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._about)
        logo_row.addLayout(names, 1)
        column = QVBoxLayout(side)
        column.setContentsMargins(28, 32, 28, 20)
        column.setSpacing(8)
        column.addLayout(logo_row)
        column.addSpacing(20)
        for card in (self.new, self.open, self.import_):
            column.addWidget(card)
        column.addSpacing(8)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        for label in (self._news_title, self._news, self._offline):
            label.setWordWrap(True)
            column.addWidget(label)
        self._offline.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return side

    def _right_side(self) -> QWidget:
        content = QWidget(self)
        content.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(8)
        self._sample_row, pattern_row = CardRows(content), CardRows(content)
        for card in self.patterns:
            pattern_row.add(card)
        recent, sample, pattern = self._titles
        column.addWidget(recent)
        column.addWidget(self.recent)
        for title, row in ((sample, self._sample_row), (pattern, pattern_row)):
            column.addSpacing(16)
            column.addWidget(title)
            column.addWidget(row)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        area.setWidget(content)
        return area

    def _connect(self) -> None:
        self.new.clicked.connect(self._request_new)
        self.open.clicked.connect(self.open_requested)
        self.import_.clicked.connect(self.import_requested)
        self.back.clicked.connect(self.closed)
        self.recent.chosen.connect(self.plan_chosen)
        for card in self.patterns:
            card.clicked.connect(self._choose_pattern)
        self._translator.language_changed.connect(self.retranslate)

    def _request_new(self) -> None:
        self.new_requested.emit("")

    def _choose_pattern(self) -> None:
        self.new_requested.emit(self.sender().objectName())

    def _choose_sample(self) -> None:
        self.sample_chosen.emit(self.sender().objectName())
