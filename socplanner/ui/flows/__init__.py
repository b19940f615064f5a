"""Business flows: a swimlane diagram from the matrix, a walk at an hour, a map of the week, a list.

`flows_view` puts the pages together and turns gestures into edits; `flow_strip` chooses flow, mode
and moment. `flow_state` follows plan, phase and moment, and has what was computed of them. The
diagram: `flow_drawing` has its texts and states, `flow_geometry` its pixels, `flow_painter` draws
it on any painter, and `flow_canvas` shows it with `canvas_keys`. The list: `steps_table` with
`steps_model`. All hours: `week_page` with `week_model`. Around them `default_notice`, `outcome_bar`
(where a walk stops, and what helps), `step_details` and `step_menu`. Dialogs are `step_dialog`,
`flow_dialog` and `newer_flow_dialog` of `ui/dialogs`, opened by `flow_commands` of `ui/shell`.
"""
