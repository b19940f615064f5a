"""Information sharing: a map of who shares what with whom, agreements, and reporting duties.

`sharing_view` puts the pages together and requests edits; `sharing_strip` chooses page and moment.
`sharing_state` follows plan, phase and moment, and has what was computed of them. The map:
`map_geometry` has its pixels, `map_painter` draws it, `map_canvas` shows it and moves by keys. The
list is its twin for reading: `shares_table` with `shares_model`. Beside both, `counterpart_panel`
with the `agreement_table`. Duties: `duties_page` with `duties_model`; `duties_table` draws their
terms. Dialogs are `sharing_dialog`, `duty_dialog` and `counterparts_dialog` of `ui/dialogs`, opened
by `sharing_commands` of `ui/shell`.
"""
