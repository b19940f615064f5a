"""The review of other versions: one list for returned workbooks, for versions and for merges.

Whatever came from elsewhere is shown in the same tree: groups, and lines below them, each with our
value, theirs, and a switch between the two.

- `line_source` is what such a list shows: a `LineSource` has columns, groups, the texts of a line
  and which side of it is chosen. `ui.review`, `ui.versions` and `ui.dialogs` each have theirs;
  `difference_lines` is the one for sentences about what differs.
- `line_model` and `line_tree` show a source; `line_delegate` draws its rows.
- `choice_box` shows one line in full, with its options side by side.
- `line_panel` puts the tree and the box together. It emits what the planner chose; what that does
  is up to the dialog around it: an import collects choices, a merge performs them.
"""
