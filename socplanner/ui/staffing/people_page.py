"""How many people: the numbers of the organisation, the table of parties, the formula beside it."""

from collections.abc import Sequence
from types import MappingProxyType

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from socplanner.domain.staffing.calculation import Figure
from socplanner.ui.kit.figure_lines import FigureLine
from socplanner.ui.kit.line_page import LinePage
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.staffing.number_cards import NumberCards
from socplanner.ui.staffing.people_model import PeopleColumn, PeopleLine, PeopleModel
from socplanner.ui.staffing.people_table import PeopleTable
from socplanner.wording.queue_words import queue_sentences
from socplanner.wording.staffing_words import crew_sentences, law_text

_BETWEEN, _IN_A_ROW = 4, 3


class PeoplePage(LinePage):
    """Shows the staffing of the phase in view, and requests its edits."""

    entered = MappingProxyType({"post": "post", "work": "work", "party": "people"})
    removed = MappingProxyType({"post": "remove-post", "work": "remove-work"})

    def __init__(self, context: PlanContext, parent: QWidget) -> None:
        """Show the staffing of `context`."""
        super().__init__(context, parent)
        self.model = PeopleModel(context, self)
        self.table = PeopleTable(self.model, self)
        self.cards = NumberCards(self)
        self.add_post = self.edit_button("post", "add")
        self.add_work = self.edit_button("work", "add")
        self.assumptions = self.edit_button("assumptions")
        self.calendar = self.edit_button("calendar")
        self.what_if = self.edit_button("what-if")
        buttons = QGridLayout()
        buttons.setSpacing(_BETWEEN)
        shown = (self.add_post, self.assumptions, self.calendar, self.add_work, self.what_if)
        for place, button in enumerate(shown):
            buttons.addWidget(button, *divmod(place, _IN_A_ROW))
        row = QHBoxLayout()
        row.addWidget(self.cards, 1)
        row.addLayout(buttons)
        self.above.addLayout(row)
        self.cards.figure_chosen.connect(self.show_figure)
        self.show_lines(self.model, self.table)

    @override
    def retranslate(self) -> None:
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
        self.calendar.setText(words.tr("Calendar…"))
        self.what_if.setText(words.tr("What if…"))
        self.cards.show_figures(self.model.staffing.total, words)
        self._show_remarks()

    @override
    def show_figure(self, figure: Figure | None) -> None:
        super().show_figure(figure)
        self._show_remarks()

    @override
    def menu_entries(self, line: FigureLine) -> Sequence[tuple[str, str]]:
        words = self._context.translator.words
        match line.kind:
            case "party":
                return (("people", words.tr("People of this party…")),)
            case "post":
                post = self.model.plan.staffing.post(line.id)
                has_queue = post is not None and post.queue is not None
                return (
                    ("post", words.tr("Change the post…")),
                    ("work-of", words.tr("Add work of the post…")),
                    ("queue", words.tr("Seats for a queue…")),
                    *([("remove-queue", words.tr("Remove the queue"))] if has_queue else []),
                    ("remove-post", words.tr("Remove the post")),
                )
            case "work":
                return (
                    ("work", words.tr("Change the work…")),
                    ("remove-work", words.tr("Remove the work")),
                )
        return ()

    def _queue_texts(self, line: PeopleLine) -> Sequence[str]:
        """Return what is known of the queue of the post of `line`; nothing without one."""
        post = self.model.plan.staffing.post(line.id) if line.kind == "post" else None
        if post is None or post.queue is None:
            return ()
        seats = line.figures[PeopleColumn.SEATS].value
        return tuple(queue_sentences(post.queue, seats, self._context.translator.words))

    def _show_remarks(self) -> None:
        """Show how the crews of the current post fit the law; else what stands for all."""
        words, row = self._context.translator.words, self.table.currentIndex().row()
        line = self.model.lines[row] if 0 <= row < len(self.model.lines) else None
        crews = None if line is None else line.crews
        queue = None if line is None else self._queue_texts(line)
        if queue or crews is not None:
            texts = [*(queue or ())]
            if crews is not None:
                texts += [*crew_sentences(crews, words), law_text(self.model.staffing.law, words)]
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
        self.show_note(texts)
