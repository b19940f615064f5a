"""Finding views, roles, parties, findings, notes, commands and plans by what a planner types.

`plan_entries` lists what a plan has as `SearchEntry` values, in both languages. A `SearchPart`
(search_part) keeps the entries of one group with their folded texts. `search` (ranking) ranks the
entries of all parts: exact codes first, then beginnings, then words, then what is inside, then
what differs by a typing error (typing_errors, the only module that imports the matcher).
`matched_ranges` (highlights) returns the letters to emphasise. All of it is values and functions,
without Qt.
"""
