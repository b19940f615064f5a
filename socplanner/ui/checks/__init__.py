"""The panel of checks: the findings of the rules, and where to fix them.

Rules are checked elsewhere (`services.checking`). `FindingsModel` has a row for each finding and
follows `Checking`, `FindingsFilter` filters and groups the rows, `FindingsList` shows them.
`FindingsBody` puts list, filters (findings_bar) and advice together; it is made when `ChecksPanel`
is first unfolded.

Where does a fix become an edit? The buttons and the menu of `FindingsBody` emit `fix_requested`
with the edit itself (from `domain.checks.fixes`), `waive_requested` or `unwaive_requested` with
findings, `jump_requested` with a place. `ChecksPanel` passes them on; the window connects them to
the document and to its commands (`ui.shell`).
"""
