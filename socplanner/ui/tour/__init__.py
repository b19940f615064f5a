"""The tour: five hints beside the parts of the window that they are about.

`HINTS` (hints) has their texts and the part of the window each is about, an `Anchor`. `card_place`
finds where a `TourCard` stands: beside the anchor, inside the window, never over it. `AnchorRing`
is the line round the anchor. Which widgets the anchors are, and when the tour begins, is decided in
the shell (`Tour`), which emits `ended` when it was skipped or seen to its end.
"""
