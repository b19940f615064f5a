"""The palette: find anything in the plan, or run any command, without leaving the keyboard.

`CommandPalette` (command_palette) lies over the window: a `PaletteField` on top, a `ResultList`
below. What is typed goes to `PlanSearch.results` (plan_search), which keeps a part of entries for
each group and brings them up to date when the palette opens, in short turns. `rows_of`
(result_rows) turns results into rows with their emphasised letters, `ResultModel` shows them,
`ResultDelegate` draws them. A chosen entry leaves as `entry_chosen` or `entry_added`; what it means
is decided in the shell (palette_commands). `view_entries` and `command_entries` (action_entries)
come from the table of actions, so that nothing is listed twice.
"""
