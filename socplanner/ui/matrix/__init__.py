"""The responsibility matrix: roles down, parties across, letters typed.

Where does a key become an edit? `MatrixTable.keyPressEvent` (matrix_table) receives it. A letter of
the plan's set is emitted as `letter_typed`, any other key of the matrix (table_keys) as
`command_requested`. `MatrixEditing` (matrix_editing) is connected to both: it collects the selected
cells, `cell_edits` returns the new letters of each, and `MatrixEditing.write` passes one `SetCells`
to `Document.try_perform`: one gesture, one step to undo. The document announces the change,
`MatrixModel` computes the touched roles again (matrix_facts) and emits `dataChanged`, and Qt
repaints these cells of the table (cell_painter).

Other receivers of `command_requested`: `matrix_clipboard` cuts, copies and pastes through
`MatrixEditing.write`; `matrix_gestures` folds, sorts and sets widths; `edge_moves` moves the
cursor.
The handle at the corner of the selection (fill_handle) and the window with a box for each letter
(letters_popup) end in `MatrixEditing.write`, too.

What is shown: `matrix_arrangement` filters, folds and sorts the lines (matrix_lines, role_filter,
line_order), `MatrixModel` is the table model of them. `party_header` and `role_header` are the
headers, `load_footer` counts the letters of each party. `MatrixView` builds and connects it all.
"""
