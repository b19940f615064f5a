"""The edits of the inspector: changes in the sections of its editor, for all selected roles."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from socplanner.domain.assessment import SIDES, Score, Side
from socplanner.domain.assessment_edits import AddAssessment, ScoreText, SetScore, SetScoreText
from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_edits import (
    MoveRoles,
    SetAim,
    SetAimDay,
    SetCells,
    SetCoverage,
    SetNote,
    letter_toggle,
)
from socplanner.domain.history import Edit
from socplanner.domain.ids import RoleId
from socplanner.domain.letters import BLANK
from socplanner.domain.names import LONGEST_TEXT
from socplanner.domain.problem import Problem
from socplanner.domain.waivers import is_day
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.inspector.maturity_box import TEXTS
from socplanner.ui.inspector.role_editor import RoleEditor
from socplanner.ui.inspector.selected_roles import SelectedRoles
from socplanner.ui.kit.clean_line import removed_characters
from socplanner.wording.errors import message

AIM_DAY = "aim-day"
SCORE_TEXT_FIELDS = tuple(f"{side}-{text}" for side in SIDES for text in TEXTS)
"""The fields of maturity whose text is pending while it is typed."""


class RoleEdits(QObject):
    """Performs a change as one edit of all selected roles, one step of undo each.

    Text that is being typed waits in the document as an edit of the roles it was typed for, so it
    reaches them even after the selection has changed.
    """

    sourcing_requested = Signal(object, object)
    """The ids of the roles and their new sourcing: the receiver shows a preview."""

    refused = Signal()
    """A change was not made: the sections show something that is not in the plan."""

    noticed = Signal(str)
    """A message for the planner about text that was typed or pasted."""

    def __init__(
        self,
        editor: RoleEditor,
        document: Document,
        translator: Translator,
        today: Callable[[], str],
    ) -> None:
        """Perform the changes in `editor`, whose child this is; `today` dates assessments."""
        super().__init__(editor)
        self._today = today
        self._editor = editor
        self._document = document
        self._translator = translator
        self._unfinished_day: tuple[frozenset[RoleId], str] | None = None
        self.selected: SelectedRoles | None = None
        editor.placement.area_chosen.connect(self._move)
        editor.placement.sourcing_chosen.connect(self._request_sourcing)
        editor.letters.toggled.connect(self._toggle)
        editor.letters.cleared.connect(self._clear)
        editor.quality.coverage_typed.connect(self._on_coverage_typed)
        editor.quality.coverage_finished.connect(document.commit_pending)
        editor.maturity.score_chosen.connect(self._score)
        editor.maturity.aim_chosen.connect(self._aim)
        editor.maturity.text_typed.connect(self._on_score_text_typed)
        editor.maturity.day_typed.connect(self._on_aim_day_typed)
        editor.maturity.text_finished.connect(self._on_maturity_finished)
        editor.maturity.assessment_requested.connect(self._start_assessment)
        editor.maturity.characters_removed.connect(self._notice_removed)
        editor.note.typed.connect(self._on_note_typed)
        editor.note.finished.connect(document.commit_pending)
        editor.quality.characters_removed.connect(self._notice_removed)
        editor.note.characters_removed.connect(self._notice_removed)
        editor.note.overfilled.connect(self._notice_full)

    def is_typing(self, field: str) -> bool:
        """Return whether text is being typed into `field` for the roles that are shown."""
        edit, shown = self._document.pending(field), self.selected
        if edit is None or shown is None:
            return False
        assert isinstance(edit, SetNote | SetCoverage | SetAimDay)
        return (edit.phase, edit.roles) == (shown.phase, shown.ids)

    def typed_maturity(self) -> frozenset[str]:
        """Return the fields of maturity into which text is being typed for the shown roles."""
        typed = [field for field in SCORE_TEXT_FIELDS if self._is_typing_score_text(field)]
        shown, unfinished = self.selected, self._unfinished_day
        is_part = unfinished is not None and shown is not None and unfinished[0] == shown.ids
        is_typed = is_part or self.is_typing(AIM_DAY)
        return frozenset([*typed, *([AIM_DAY] if is_typed else [])])

    def _is_typing_score_text(self, field: str) -> bool:
        edit, shown = self._document.pending(field), self.selected
        if edit is None or shown is None:
            return False
        assert isinstance(edit, SetScoreText)
        return edit.roles == shown.ids

    def _move(self, area: Area) -> None:
        if self.selected is not None:
            self._perform(MoveRoles(self.selected.phase, self.selected.ids, area))

    def _request_sourcing(self, sourcing: Sourcing) -> None:
        """Request another sourcing; until it is confirmed, the buttons show the current one."""
        if self.selected is not None:
            self._editor.placement.show_roles(
                self._document.plan, self.selected, self._translator.words
            )
            roles = tuple(role.id for role in self.selected.roles)
            self.sourcing_requested.emit(roles, sourcing)

    def _toggle(self, row: int, symbol: str) -> None:
        """Add the letter to the party in all roles, or remove it where all have it."""
        if self.selected is None:
            return
        party = self._editor.letters_model.parties[row].id
        plan, phase = self._document.plan, self.selected.phase
        roles = [role.id for role in self.selected.roles]
        self._perform(letter_toggle(plan, phase, roles, party, symbol))

    def _clear(self, row: int) -> None:
        if self.selected is None:
            return
        party = self._editor.letters_model.parties[row].id
        duties = zip(self.selected.roles, self.selected.duties, strict=True)
        cells = tuple((role.id, party, BLANK) for role, duty in duties if party in duty.letters)
        if cells:
            self._perform(SetCells(self.selected.phase, cells))

    def _score(self, side: Side, score: Score | None) -> None:
        if self.selected is not None:
            self._perform(SetScore(self.selected.ids, (side,), score, self._today()))

    def _aim(self, side: Side, score: Score | None) -> None:
        if self.selected is not None:
            self._perform(SetAim(self.selected.phase, self.selected.ids, side, score))

    def _on_score_text_typed(self, side: Side, field: ScoreText, text: str) -> None:
        if self.selected is not None:
            edit = SetScoreText(self.selected.ids, side, field, text.strip(), self._today())
            self._document.set_pending(f"{side}-{field}", edit)

    def _on_aim_day_typed(self, day: str) -> None:
        """Store a whole day, or none, as pending; part of one waits until the field is left."""
        if self.selected is None:
            return
        text = day.strip()
        is_part = bool(text) and not is_day(text)
        self._unfinished_day = (self.selected.ids, text) if is_part else None
        if self._unfinished_day is None:
            edit = SetAimDay(self.selected.phase, self.selected.ids, text)
            self._document.set_pending(AIM_DAY, edit)

    def _on_maturity_finished(self) -> None:
        """Commit what was typed; a day that is none is reported, and the one before is shown."""
        unfinished, self._unfinished_day = self._unfinished_day, None
        if unfinished is not None:
            problem = Problem("bad-day", {"day": unfinished[1]})
            self.noticed.emit(message(problem, self._translator.words))
            self.refused.emit()
        self._document.commit_pending()

    def _start_assessment(self) -> None:
        self._perform(AddAssessment(self._today()))

    def _on_coverage_typed(self, coverage: str) -> None:
        if self.selected is not None:
            edit = SetCoverage(self.selected.phase, self.selected.ids, coverage.strip())
            self._document.set_pending("coverage", edit)

    def _on_note_typed(self, note: str) -> None:
        if self.selected is not None:
            edit = SetNote(self.selected.phase, self.selected.ids, note)
            self._document.set_pending("note", edit)

    def _notice_removed(self, number: int) -> None:
        self.noticed.emit(removed_characters(number, self._translator.words))

    def _notice_full(self) -> None:
        self.noticed.emit(
            self._translator.words.tr(
                "A note takes at most {most} characters: nothing was pasted or typed beyond them.",
                most=LONGEST_TEXT,
            )
        )

    def _perform(self, edit: Edit) -> None:
        if not self._document.try_perform(edit):
            self.refused.emit()
