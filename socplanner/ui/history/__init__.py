"""The list of steps that can be undone and redone: any of them is one click away.

`HistoryModel` has a row for each step of the document; `HistoryWindow` shows it beside the main
window. A click is `Document.go_to`, which undoes or redoes all steps between.
"""
