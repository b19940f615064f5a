"""The status line of the window: counts of roles by sourcing, and whether the plan is saved."""

from PySide6.QtWidgets import QStatusBar, QWidget

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.wording.terms import sourcing_mark, sourcing_name

_COUNTED = (
    Sourcing.INSOURCE,
    Sourcing.OUTSOURCE,
    Sourcing.BOTH,
    Sourcing.NOT_CARRIED_OUT,
)


class StatusLine(QStatusBar):
    """Shows the counts of the phase in view, and whether the plan is saved."""

    def __init__(
        self,
        context: PlanContext,
        parent: QWidget | None = None,
    ) -> None:
        """Show the current counts, and follow changes of `context`."""
        super().__init__(parent)
        self._document = context.document
        self._tally = context.tally
        self._has_file = True
        self._translator = context.translator
        self._counts = PlainLabel(self)
        self._saved = PlainLabel(self)
        self.addWidget(self._counts)
        self.addPermanentWidget(self._saved)
        context.tally.counts_changed.connect(self._show_counts)
        context.document.history_changed.connect(self._show_saved)
        context.document.history_changed.connect(self.clearMessage)  # it is about an earlier state
        context.translator.language_changed.connect(self.retranslate)
        self.retranslate()

    def set_has_file(self, has_file: bool) -> None:
        """Set whether the plan has a file: without one it is never shown as saved."""
        self._has_file = has_file
        self._show_saved()

    def retranslate(self) -> None:
        """Show all texts in the window's language."""
        self._show_counts()
        self._show_saved()

    def _show_counts(self) -> None:
        words = self._translator.words
        total = sum(self._tally.of_sourcing(each) for each in Sourcing)
        parts = [
            words.tr(
                "Undecided {n} of {total}",
                n=self._tally.of_sourcing(Sourcing.UNDECIDED),
                total=total,
            ),
            words.tr("Not placed {n}", n=self._tally.of_area(Area.UNPLACED)),
        ]
        parts += [
            f"{sourcing_mark(each)} {sourcing_name(each, words)} {self._tally.of_sourcing(each)}"
            for each in _COUNTED
        ]
        self._counts.setText("   ·   ".join(parts))

    def _show_saved(self) -> None:
        words = self._translator.words
        if not self._document.is_saved:
            self._saved.setText(words.tr("Not saved"))
        elif self._has_file:
            self._saved.setText(words.tr("Saved"))
        else:
            self._saved.setText(words.tr("In no file yet"))
