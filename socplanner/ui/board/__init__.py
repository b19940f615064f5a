"""The board: every role as a card in its area, moved by hand."""
