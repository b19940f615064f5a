"""Other versions of the plan, beside the window: what differs, and conflicts of a merge.

`DifferencesDialog` lists what differs from a file, a version or another phase and adopts entries;
`ConflictsDialog` lets the planner choose a side. Both stay open beside the board, follow every
edit, and make one step of undo for each choice.
"""
