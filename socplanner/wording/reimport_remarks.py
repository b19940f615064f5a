"""The sentences for questions, ignored cells and notices of a re-imported workbook."""

from collections.abc import Mapping

from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.sheet_values import NO, YES, Question, Remark
from socplanner.wording import errors
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import party_label, phase_label

_NOTICES: Mapping[str, str] = {
    "base-damaged": N_(
        "The record of the export is damaged. The workbook was compared with the plan as it is "
        "now: values edited in the plan since the export may show as changes."
    ),
    "columns-missing": N_(
        "Columns of the exported matrix are missing; their values in the plan stay as they are "
        "({n}): {parties}."
    ),
    "no-base": N_(
        "The record of the export is missing. The workbook was compared with the plan as it is "
        "now: values edited in the plan since the export may show as changes."
    ),
    "no-ties": N_(
        "The workbook has lost the record of its plan. It was compared with the plan as it is now: "
        "values edited in the plan since the export may show as changes."
    ),
    "other-phase": N_("The workbook was exported from the phase “{phase}”."),
    "other-plan": N_(
        "The workbook was exported from another plan. It was compared with this plan as it is now."
    ),
    "rows-by-code": N_("Rows without an id were matched by code and name ({n}): {rows}."),
    "parties-not-found": N_(
        "No column was found for these parties of the plan; their letters stay ({n}): {parties}."
    ),
    "roles-not-found": N_(
        "No row was found for these roles of the plan; their values stay as they are ({n}): "
        "{roles}."
    ),
    "rows-missing": N_(
        "Roles of the exported matrix are missing; their values in the plan stay as they are "
        "({n}): {roles}."
    ),
}
_IGNORED: Mapping[str, str] = {
    "comment-elsewhere": N_("Comment outside the rows of roles ({author}): {text}"),
    "error-value": N_("The cell has the error {text} instead of a value: correct it in Excel."),
    "formula-without-value": N_(
        "The cell has a formula without a stored value: open the workbook in Excel, save it and "
        "import it again."
    ),
    "empty-value": N_("The cell is empty: choose a value from its list."),
    "more-ignored": N_("And {n} more."),
    "party-gone": N_("The party “{party}” was removed from the plan after the workbook was made."),
    "role-gone": N_("The role “{role}” was removed from the plan after the workbook was made."),
    "too-many-copies": N_("This is a duplicate: keep only one."),
    "unfit-text": N_("The text is too long, or contains invisible characters."),
    "nameless-column": N_("The column has letters, but no party above them: write its name there."),
    "unknown-column": N_("The column “{party}” was added and is not a party of the plan."),
    "unknown-party": N_("The plan has no party “{party}”: add it first to import its letters."),
    "unknown-role": N_("The plan has no role “{role}”: add it first to import its letters."),
    "unknown-row": N_("The row “{name}” has letters, but matches no role of the plan."),
    "unreadable-letters": N_("“{text}” cannot be read as letters of the plan."),
    "unreadable-value": N_("“{text}” is not on the list of this column."),
}
_QUESTIONS: Mapping[str, str] = {
    "column-torn": N_(
        "Column {column} is headed “{name}”, but its hidden id is that of another party. Which one "
        "is it for?"
    ),
    "columns-by-name": N_(
        "These columns have lost their hidden ids and were matched by their headings: {columns}. "
        "Is that right?"
    ),
    "doubled-column": N_(
        "The columns {places} are for the same field and differ. Which one counts?"
    ),
    "doubled-row": N_("The rows {places} are for the same role and differ. Which one counts?"),
    "merged-cells": N_(
        "These cells were merged into one with “{text}”. Does that apply to each of them?"
    ),
    "other-letter-set": N_(
        "The workbook was exported with another letter set (“{set}”). Do its letters mean the "
        "same in the plan?"
    ),
    "row-again": N_(
        "Rows without an id match roles that already have a row ({n}): {rows}. Do they count?"
    ),
    "rows-torn": N_(
        "Hidden ids of rows contradict their codes, as after sorting without the hidden column "
        "({n}): {rows}. Do the codes count?"
    ),
    "rows-by-code-only": N_(
        "Rows without an id were matched by code, but have other names ({n}): {rows}. Is that "
        "right?"
    ),
    "rows-by-name": N_("Rows without an id were matched by name ({n}): {rows}. Is that right?"),
    "which-party": N_("Several parties are called “{name}”. Which one is column {column}?"),
    "which-sheet": N_(
        "Several sheets look like the matrix and differ: {sheets}. Which one counts?"
    ),
}
_MENDED: Mapping[str, str] = {
    "look-alike": N_("look-alike letters of another alphabet"),
}
REMARKS: Mapping[str, str] = {**_NOTICES, **_IGNORED, **_QUESTIONS}


def remark_message(remark: Remark, plan: Plan, words: Words) -> str:
    """Return the sentence of `remark`, with its place before it if it has one."""
    sentence = REMARKS.get(remark.code) or errors.SENTENCES[remark.code]
    values = dict(remark.values)
    if remark.code == "other-phase":
        values["phase"] = phase_label(plan, PhaseId(str(values["phase"])), words)
    text = words.tr(sentence, **values)
    return words.tr("{file}: {text}", file=remark.place, text=text) if remark.place else text


def option_text(question: Question, option: str, plan: Plan, words: Words) -> str:
    """Return the text of `option`, an answer to `question`."""
    if question.options == (YES, NO):
        return words.tr("Yes") if option == YES else words.tr("No")
    if question.about.code not in {"column-torn", "which-party"}:
        return option
    if plan.party(PartyId(option)) is None:
        return words.tr("None of them")
    return party_label(plan, PartyId(option), words)


def mended_message(code: str, words: Words) -> str:
    """Return how a value was repaired to be read; raise KeyError for an unknown `code`."""
    return words.tr(_MENDED[code])
