"""Who is there at any hour of the week: the roles as rows, their weeks as strips.

`staffing_view` puts the parts together: `moment_bar` (the moment that is looked at, in the strip
above the view), `state_chips` (how many roles have each state then), and `hours_table` with
`hours_model`. `hours_delegate` and `week_header` draw with `week_strip`, which knows where a moment
is. Painting a week is a dialog (`ui/dialogs/week_dialog`).
"""
