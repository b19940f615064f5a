"""The ids of the choices for a picture; a test holds that `picture_options` has the same ones.

The terminal reads them at each start, therefore nothing is imported here.
"""

SUBJECTS = ("board", "matrix")
"""What a picture can show, the usual subject first."""

PAPERS = ("a4", "a3", "a2")

LANE_KINDS = ("area", "function", "sourcing", "accountable", "responsible", "finding", "change")
"""The kinds of lanes of the board, the usual one first; the settings have the same."""

CARD_SIZES = ("automatic", "small", "medium", "large")
"""The sizes of cards, the usual one first: the largest that fits; the settings have the same."""

RESOLUTIONS = ("150", "300", "600")
"""The dots an inch of a picture that is made of dots."""

USUAL_RESOLUTION = 300
PDF, SVG, PNG = ".pdf", ".svg", ".png"
PICTURE_SUFFIXES = (PDF, SVG, PNG)
"""The extensions of pictures, the usual one first."""
