"""The dialogs of an import: each change of a workbook is shown before any of it is accepted.

Three dialogs, all opened by `ui.shell.import_commands`, which performs the edit that each returns:

- `ReviewDialog` (review_dialog) for workbooks made by socplanner. `domain.reimport.review`
  compares them with the plan; `returned_lines` shows the differences in the list of `ui.lines`,
  `questions_page`, `comments_page` and `unread_box` the rest. `choices` stores what the planner
  decided. `ReviewDialog.edit` is one `AcceptReimport`; `effect_page` previews its findings.
- `ExternalDialog` (external_dialog) for matrices made elsewhere. `sheet_box` shows how a sheet was
  understood, `mapping_table` which role, party or letter each line becomes (external_lines),
  `unclear_box` the open questions. `ExternalDialog.edit` is one `ImportExternalMatrix`.
- `ScoresDialog` (scores_dialog) for filled self-check sheets, with the lines of `score_lines`.
  `ScoresDialog.edit` is one `ImportAssessment`.

Nothing here changes the plan: a dialog returns an edit, or is cancelled.
"""
