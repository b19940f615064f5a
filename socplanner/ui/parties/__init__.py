"""The panel of parties: their order, and how many letters each has.

`PartyListModel` has a row for each party and follows the document and the counts of letters
(`services.tally`); `PartyDelegate` draws a row. Where does a click become an edit?
`PartiesPanel` performs moves in the order itself (`MoveParty`); adding, changing and removing are
emitted as signals, and the window opens the dialogs (`ui.shell.plan_commands`).

`PartyList` accepts roles that are dragged from the board: it marks the party under the mouse
(`target_row`), emits what a drop would do (`hint_changed`), and after the drop the edit
(`assign_requested`).
"""
