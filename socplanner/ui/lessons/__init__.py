"""The review: which of the ten keys and known failures the plan answers, and how.

`lessons_view` puts the parts together: `lessons_strip` chooses the chapter, `verdict_cards` count
and filter by verdict, `lessons_table` with `lessons_model` has a row a prompt. `prompt_panel` shows
the current prompt with its evidence (`evidence_links`), comment and waiver. A link leads to a cell,
hours or a page of another view; a comment is a pending edit while it is typed, and the dialogs
`answer_dialog` and `prompt_waiver_dialog` of `ui/dialogs` ask for the rest.
"""
