"""How many people, and who is there at any hour of the week.

`staffing_view` puts two pages together, which `staffing_strip` chooses. By hour: the moment that is
looked at (`moment_bar` and `dated_moments` of `ui/kit`), `state_chips` (how many roles have each
state then), and `hours_table` with `hours_model`; `hours_delegate` and `week_header` draw with
`week_strip`, which knows where a moment is. By party,
`people_page`: `number_cards`, `people_table` with `people_model`, and the `formula_panel` of
`ui/kit`, which shows how a number is computed. Edits are dialogs: `week_dialog`, `post_dialog`,
`people_dialog`, `calendar_dialog` and `assumptions_dialog` of `ui/dialogs`.
"""
