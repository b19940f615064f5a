"""The inspector: everything about the selected roles, to see and to edit.

Where does a choice become an edit? `RoleEditor` shows the sections: `placement_box` (area and
sourcing), `letters_grid`, `quality_box`, `maturity_box` (scores and aims), `note_editor`.
Each section emits a signal for what the planner chose, and knows neither plan nor document.
`InspectorPanel` is connected to all of them and performs one edit for all selected roles, one step
to undo. Text that is being typed is set as pending edit of the document (`Document.set_pending`)
and performed when the planner pauses or leaves the field. Another sourcing is emitted as
`sourcing_requested`: the window shows a preview of the letters first.

`SelectedRoles` is the value that all sections show: what the roles have in common, and None where
they differ.
"""
