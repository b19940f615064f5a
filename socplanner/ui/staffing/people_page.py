"""How many people: the numbers of the organisation, the table of parties, the formula beside it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from socplanner.domain.staffing.calculation import Figure
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.formula_panel import FormulaPanel
from socplanner.ui.kit.ink_label import InkLabel
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.staffing.number_cards import NumberCards
from socplanner.ui.staffing.people_model import PeopleModel
from socplanner.ui.staffing.people_table import PeopleTable
from socplanner.wording.staffing_words import crew_sentences, law_text

_TABLE, _FORMULA, _BETWEEN = 700, 280, 4
_KINDS = {"post": "post", "work": "work", "party": "people"}
"""What is edited in a line, by its kind; the total has nothing of its own."""


class PeoplePage(QWidget):
    """Shows the staffing of the phase in view, and requests its edits."""

    edit_requested = Signal(str, str)
    """What to edit (as `StaffingCommands` has it), and the id of its subject."""

    escaped = Signal()

    def __init__(self, context: PlanContext, parent: QWidget) -> None:
        """Show the staffing of `context`."""
        super().__init__(parent)
        self._context = context
        self.model = PeopleModel(context, self)
        self.table = PeopleTable(self.model, self)
        self.cards = NumberCards(self)
        self.formula = FormulaPanel(self)
        self.add_post = FlatButton(self, "add", is_edged=True)
        self.add_work = FlatButton(self, "add", is_edged=True)
        self.assumptions = FlatButton(self, is_edged=True)
        self.what_if = FlatButton(self, is_edged=True)
        self.note = InkLabel(self, "text-2", "dense")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        """Show every text in the language of the window, and the numbers of now."""
        words = self._context.translator.words
        self.table.setAccessibleName(words.tr("People of the parties"))
        self.table.setAccessibleDescription(
            words.tr(
                "A number opens its formula; Enter edits the post, the work or the people of the "
                "line."
            )
        )
        self.add_post.setText(words.tr("Add a post…"))
        self.add_work.setText(words.tr("Add work…"))
        self.assumptions.setText(words.tr("Assumptions…"))
        self.what_if.setText(words.tr("What if…"))
        self.cards.show_figures(self.model.staffing.total, words)
        self._show_note()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.set_shown(is_shown=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.set_shown(is_shown=False)

    def fit_font(self) -> None:
        """Set what depends on the size of text."""
        self.table.fit_font()
        self.note.apply_style()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(8, 4, 8, 4)
        above.addWidget(self.cards, 1)
        buttons = QGridLayout()
        buttons.setSpacing(_BETWEEN)
        shown = (self.add_post, self.assumptions, self.add_work, self.what_if)
        for place, button in enumerate(shown):
            button.is_icon_alone = False
            button.let_shrink()
            buttons.addWidget(button, *divmod(place, 2))
        above.addLayout(buttons)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.formula)
        self.splitter.setSizes([_TABLE, _FORMULA])
        self.splitter.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.note)
        self.note.setContentsMargins(12, 4, 12, 6)

    def _connect(self) -> None:
        self.table.figure_chosen.connect(self._show_figure)
        self.table.edit_requested.connect(self._edit)
        self.table.remove_requested.connect(self._remove)
        self.table.context_requested.connect(self._open_menu)
        self.table.escaped.connect(self.escaped)
        self.cards.figure_chosen.connect(self._show_figure)
        self.add_post.clicked.connect(self._on_add_clicked)
        self.add_work.clicked.connect(self._on_add_work_clicked)
        self.assumptions.clicked.connect(self._on_assumptions_clicked)
        self.what_if.clicked.connect(self._on_what_if_clicked)
        self.model.modelReset.connect(self._on_reset)

    def _on_reset(self) -> None:
        self.formula.clear()
        self.retranslate()
        self.table.restore_current()

    def _show_figure(self, figure: Figure | None) -> None:
        if figure is None:
            self.formula.clear()
        else:
            plan, words = self._context.document.plan, self._context.translator.words
            self.formula.show_figure(figure, plan, words)
        self._show_note()

    def _show_note(self) -> None:
        """Show how the crews of the current post fit the law; else what stands for all."""
        words, row = self._context.translator.words, self.table.currentIndex().row()
        crews = self.model.lines[row].crews if 0 <= row < len(self.model.lines) else None
        if crews is not None:
            texts = [*crew_sentences(crews, words), law_text(self.model.staffing.law, words)]
        elif not self.model.lines:
            texts = [
                words.tr(
                    "No posts yet. A post is a desk that covers some roles: whose it is, its "
                    "hours, and how many people sit there at once."
                )
            ]
        else:
            texts = [words.tr("Every number opens its formula.")]
            if self.model.staffing.left_out:
                n = len(self.model.staffing.left_out)
                texts.append(
                    words.count(
                        "The headcount of {n} party is not stated: there is no gap in total.",
                        "The headcounts of {n} parties are not stated: there is no gap in total.",
                        n,
                    )
                )
        self.note.setText("\n".join(texts))

    def _edit(self, row: int) -> None:
        line = self.model.lines[row]
        if line.kind in _KINDS:
            self.edit_requested.emit(_KINDS[line.kind], line.id)

    def _remove(self, row: int) -> None:
        line = self.model.lines[row]
        if line.kind in ("post", "work"):
            self.edit_requested.emit(f"remove-{line.kind}", line.id)

    def _on_add_clicked(self) -> None:
        self.edit_requested.emit("post", "")

    def _on_add_work_clicked(self) -> None:
        self.edit_requested.emit("work", "")

    def _on_assumptions_clicked(self) -> None:
        self.edit_requested.emit("assumptions", "")

    def _on_what_if_clicked(self) -> None:
        self.edit_requested.emit("what-if", "")

    def _open_menu(self, place: QPoint) -> None:
        line = self.model.lines[self.table.currentIndex().row()]
        words = self._context.translator.words
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries = {
            "party": [("people", words.tr("People of this party…"))],
            "post": [
                ("post", words.tr("Change the post…")),
                ("work-of", words.tr("Add work of the post…")),
                ("remove-post", words.tr("Remove the post")),
            ],
            "work": [
                ("work", words.tr("Change the work…")),
                ("remove-work", words.tr("Remove the work")),
            ],
        }.get(line.kind, [])
        for name, text in entries:
            menu.addAction(text).setData((name, line.id))
        menu.addAction(self.add_post.text()).setData(("post", ""))
        menu.addAction(self.add_work.text()).setData(("work", ""))
        menu.addAction(self.assumptions.text()).setData(("assumptions", ""))
        menu.addAction(self.what_if.text()).setData(("what-if", ""))
        menu.triggered.connect(self._on_triggered)
        menu.popup(place)

    def _on_triggered(self, action: QAction) -> None:
        name, subject = action.data()
        self.edit_requested.emit(name, subject)
