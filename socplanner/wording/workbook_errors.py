"""The sentences for a workbook that cannot be read, and for parts of it that are not read."""

from collections.abc import Mapping

from socplanner.wording.language import N_

_REFUSALS: Mapping[str, str] = {
    "export-too-big": N_(
        "The workbook would be too large to be imported again ({roles} roles, {parties} "
        "parties): shorten the notes or split the plan, or export it as .csv."
    ),
    "not-a-workbook": N_(
        "This is not an Excel workbook: choose a file that was saved as Excel workbook (.xlsx)."
    ),
    "text-neither-utf-8-nor-932": N_(
        "The encoding of the text cannot be recognised: save it as “CSV UTF-8” and try again."
    ),
    "text-not-delimited": N_(
        "The text cannot be read as a table: save it again as “CSV UTF-8” and try again."
    ),
    "text-too-big": N_("The text is larger than {most} MB: keep only the matrix and try again."),
    "workbook-cut-off": N_("The workbook is damaged or incomplete: ask for it to be sent again."),
    "workbook-empty": N_("The file is empty: ask for the workbook to be sent again."),
    "workbook-is-text": N_(
        "This is a text file, not a workbook: change its extension to .csv and try again."
    ),
    "workbook-is-web-page": N_(
        "This is a web page, not a workbook: open it in Excel, save it as Excel workbook (.xlsx) "
        "and try again."
    ),
    "bid-without-record": N_(
        "The tender pack has lost the record of its plan and provider: have it filled in again in "
        "the pack that was sent."
    ),
    "bid-of-unknown-party": N_(
        "The tender pack was made for a provider “{party}” that the plan does not have: open the "
        "plan it was made from, or add the provider."
    ),
    "bid-without-answers": N_(
        "The sheet of the answers has lost its hidden keys: have it filled in again in the pack "
        "that was sent."
    ),
    "workbook-of-newer-program": N_(
        "The workbook was made by a newer socplanner: install that version here and try again."
    ),
    "workbook-of-other-plan": N_(
        "The workbook was exported from another plan: open that plan, or add --other-plan to "
        "import it into this one."
    ),
    "workbook-of-unknown-phase": N_(
        "The workbook was exported from a phase “{phase}” that the plan does not have: choose the "
        "phase to import into."
    ),
    "workbook-ods": N_(
        "This is an OpenDocument file (.ods): save it as Excel workbook (.xlsx) and try again."
    ),
    "workbook-old-xls": N_(
        "This is a workbook of an older Excel (.xls): open it in Excel, save it as Excel workbook "
        "(.xlsx) and try again."
    ),
    "workbook-other-kind": N_(
        "This is a file of the kind {kind}, not a workbook: choose an Excel workbook (.xlsx)."
    ),
    "workbook-part-damaged": N_(
        "The part {part} of the workbook is damaged: open it in Excel, let Excel repair it, save "
        "it and try again."
    ),
    "workbook-part-doubled": N_(
        "The workbook contains the part {part} twice, so it is unclear which is valid: open it in "
        "Excel, save it and try again."
    ),
    "workbook-part-missing": N_(
        "The part {part} of the workbook is missing: open it in Excel, let Excel repair it, save "
        "it and try again."
    ),
    "workbook-password": N_(
        "The workbook is protected by a password: open it in Excel, remove the password to open "
        "it, save it and try again."
    ),
    "workbook-rights": N_(
        "The workbook is protected by rights management: ask its owner for a copy without "
        "protection."
    ),
    "workbook-too-big": N_(
        "The workbook is larger than {most} MB: remove pictures and sheets that are not needed, "
        "save it and try again."
    ),
    "workbook-too-different": N_(
        "The workbook has more than {most} values that may differ from the plan: check whether "
        "it belongs to this plan, and export the matrix again if it does."
    ),
    "workbook-too-many-blocks": N_(
        "The workbook has more than {most} merged cells, names and the like: copy the matrix "
        "into a new workbook and try again."
    ),
    "workbook-too-many-cells": N_(
        "The workbook has more filled cells than can be read, {most}: copy the matrix into a new "
        "workbook and try again."
    ),
    "workbook-too-many-parts": N_(
        "The workbook consists of more than {most} parts: copy the matrix into a new workbook and "
        "try again."
    ),
    "workbook-too-many-sheets": N_(
        "The workbook has more than {most} sheets: copy the matrix into a new workbook and try "
        "again."
    ),
    "workbook-too-much-text": N_(
        "The workbook has more than {most} characters: copy the matrix into a new workbook and "
        "try again."
    ),
    "workbook-too-unclear": N_(
        "The workbook raises more than {most} questions: export the matrix again and have it "
        "filled in there."
    ),
    "workbook-transposed": N_(
        "The rows and columns of the matrix were swapped: transpose it back (Paste special > "
        "Transpose in Excel), or ask for the workbook to be sent again."
    ),
    "workbook-unpacks-too-big": N_(
        "Unpacked, the workbook is larger than {most} MB: copy the matrix into a new workbook and "
        "try again."
    ),
    "workbook-with-entities": N_(
        "The part {part} declares entities of its own, which no spreadsheet program does: do not "
        "trust the file, and check where it comes from."
    ),
    "workbook-without-matrix": N_(
        "No sheet of the workbook can be recognised as the matrix: ask for the workbook to be sent "
        "again."
    ),
    "workbooks-of-several-phases": N_(
        "The workbooks were exported from several phases: choose the phase to import into, or "
        "import them one by one."
    ),
    "workbook-xlsb": N_(
        "This is a binary workbook (.xlsb): open it in Excel, save it as Excel workbook (.xlsx) "
        "and try again."
    ),
}
NOTES: Mapping[str, str] = {
    "bid-further-sheet": N_("“{sheet}” has answers too: those of “{used}” are used."),
    "bid-rows-missing": N_(
        "The pack has no rows for {roles}: they were removed, or the pack is older than the plan. "
        "They count as not answered."
    ),
    "workbook-comments-unread": N_(
        "The comments on sheet “{sheet}” are damaged and were not read: look at them in Excel."
    ),
    "workbook-formulas-without-values": N_(
        "Sheet “{sheet}” has formulas without values ({number}); those cells were not read. Open "
        "the workbook in Excel, save it and try again to have them read."
    ),
    "workbook-links": N_(
        "The workbook links to other files; they were not opened, their last values were read."
    ),
    "workbook-macros": N_("The workbook has macros; they were not run."),
    "workbook-sheet-skipped": N_(
        "“{sheet}” is not a worksheet (a chart or a dialog, for instance) and was left out."
    ),
    "workbook-styles-unread": N_(
        "The styles of the workbook are damaged: dates may show as numbers, and struck-through "
        "text cannot be recognised."
    ),
}
SENTENCES: Mapping[str, str] = {**_REFUSALS, **NOTES}
