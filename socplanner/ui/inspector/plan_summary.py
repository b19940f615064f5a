"""The summary of the plan, shown where no role is selected.

The next step, the sourcing, the most severe findings, and the busiest parties. It is filled a
moment after an edit, so that the edit is painted first.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.fixes import fixes
from socplanner.domain.next_step import NextStep, Todo, next_step
from socplanner.ui.inspector.finding_lines import FindingLines
from socplanner.ui.inspector.text_label import text_label, title_label
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.share_bar import ShareBar
from socplanner.ui.kit.sourcing_sign import SignedLabel
from socplanner.ui.kit.type_scale import scaled
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import listed, party_name, phase_label, sourcing_name

_SHARES = (Sourcing.INSOURCE, Sourcing.OUTSOURCE, Sourcing.BOTH, Sourcing.NOT_CARRIED_OUT)
_FINDINGS, _PARTIES = 3, 3
_PAUSE = 60
"""Milliseconds from an edit to its summary."""

_ADVICE = {
    Todo.RESOLVE_ERRORS: N_("Resolve the errors: they contradict the rules of the plan."),
    Todo.RESOLVE_WARNINGS: N_("Look at the warnings: fix each, or waive it with a reason."),
    Todo.PLAN_TARGET: N_("Add a later phase, and plan what is to change until then."),
    Todo.SEND_OUT: N_("Export the matrix, and send it to the parties for review."),
}


class PlanSummary(QWidget):
    """Shows the plan in the phase in view at a glance."""

    step_chosen = Signal(object)
    """The planner wants to do the next step: a `NextStep`."""

    finding_chosen = Signal(object)
    """The planner clicked a finding."""

    fix_requested = Signal(object)
    """An edit that fixes a finding."""

    def __init__(self, context: PlanContext, parent: QWidget) -> None:
        """Begin empty; `context` is shown soon."""
        super().__init__(parent)
        self._document, self._viewpoint = context.document, context.viewpoint
        self._checking, self._tally = context.checking, context.tally
        self._translator = context.translator
        self._step = NextStep(Todo.SEND_OUT)
        self.name = text_label(self, is_bold=True)
        self.phase = text_label(self, is_quiet=True)
        self.bar = ShareBar(self)
        self.shares = {each: SignedLabel(each, self) for each in _SHARES}
        self.titles = [title_label(self) for _ in range(4)]
        self.load = text_label(self)
        self.findings = FindingLines(self)
        self.advice = text_label(self)
        self.button = FlatButton(self, is_edged=True)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.fill)
        self._lay_out()
        self._connect()
        self.fill()

    def fill(self) -> None:
        """Show the plan as it is now; while the summary is hidden, nothing is counted."""
        plan, words = self._document.plan, self._translator.words
        self.name.setFont(scaled(self.font(), "title"))
        self.name.setText(plan.organisation)
        self.phase.setText(phase_label(plan, self._viewpoint.phase, words))
        titles = (
            words.tr("Next step"),
            words.tr("Sourcing"),
            words.tr("Checks"),
            words.tr("Busiest parties"),
        )
        for label, text in zip(self.titles, titles, strict=True):
            label.setText(text)
        self._show_shares(words)
        self._show_load(words)
        self._show_findings(words)

    def _show_shares(self, words: Words) -> None:
        counts = {each: self._tally.of_sourcing(each) for each in Sourcing}
        for sourcing, label in self.shares.items():
            label.show_count(sourcing_name(sourcing, words), counts[sourcing])
        self.bar.show_counts(counts, listed((each.text() for each in self.shares.values()), words))

    def _show_load(self, words: Words) -> None:
        """Show which parties have the most duties, with their share of all."""
        letters = self._document.plan.letter_set.letters
        heavy = [each.symbol for each in letters if each.accountable or each.performs]
        parties = self._document.plan.parties
        loads = {party.id: self._tally.load_of(party.id) for party in parties}
        sums = {party.id: sum(loads[party.id][symbol] for symbol in heavy) for party in parties}
        busiest = sorted(parties, key=lambda party: -sums[party.id])[:_PARTIES]
        named = [(party_name(party, words), sums[party.id]) for party in busiest]
        lines = [
            words.count("{party}: {n} duty", "{party}: {n} duties", n, party=name)
            for name, n in named
            if n
        ]
        self.load.setText("\n".join(lines) or words.tr("No party has a duty yet."))

    def _show_findings(self, words: Words) -> None:
        plan, every = self._document.plan, self._checking.all()
        first = sorted(every, key=lambda finding: finding.severity)[:_FINDINGS]
        fixable = [len(fixes(plan, finding)) > 0 for finding in first]
        self.findings.show_findings(first, fixable, len(every), plan, words)
        self._step = next_step(plan, self._viewpoint.phase, every)
        self._show_step(words)

    def _show_step(self, words: Words) -> None:
        step, n, _ = self._step
        if step is Todo.PLACE:
            advice = words.count("Place {n} role in an area.", "Place {n} roles in an area.", n)
        elif step is Todo.DECIDE_SOURCING:
            advice = words.count(
                "Decide who carries out {n} role.", "Decide who carries out {n} roles.", n
            )
        else:
            advice = words.tr(_ADVICE[step])
        self.advice.setText(advice)
        self.button.setText(_button_text(step, words))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(4)
        sections: tuple[tuple[QWidget, ...], ...] = (
            (self.advice, self.button),
            (self.bar, *self.shares.values()),
            (self.findings,),
            (self.load,),
        )
        column.addWidget(self.name)
        column.addWidget(self.phase)
        for title, section in zip(self.titles, sections, strict=True):
            column.addSpacing(12)
            column.addWidget(title)
            for widget in section:
                column.addWidget(widget)
        column.setAlignment(self.button, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _connect(self) -> None:
        for signal in (
            self._document.plan_changed,
            self._document.opened,
            self._viewpoint.phase_changed,
            self._checking.findings_changed,
            self._checking.parties_changed,
            self._translator.language_changed,
        ):
            signal.connect(self._fill_soon)
        self.button.clicked.connect(self._choose_step)
        self.findings.chosen.connect(self.finding_chosen)
        self.findings.fix_requested.connect(self.fix_requested)

    def _fill_soon(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _choose_step(self) -> None:
        self.step_chosen.emit(self._step)


def _button_text(step: Todo, words: Words) -> str:
    if step in (Todo.PLACE, Todo.DECIDE_SOURCING):
        return words.tr("Select them")
    if step in (Todo.RESOLVE_ERRORS, Todo.RESOLVE_WARNINGS):
        return words.tr("Show the findings")
    return words.tr("Phases…") if step is Todo.PLAN_TARGET else words.tr("Export…")
