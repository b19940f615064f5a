"""The ids of the choices for a picture; a test holds that `picture_options` has the same ones.

The terminal reads them at each start, therefore nothing is imported here.
"""

SUBJECTS = ("board", "matrix", "roadmap", "maturity", "flow", "review", "board-page")
"""What a picture can show, the usual subject first."""

TENDER_SUBJECT = "tender"
"""What only the command for a tender pack draws."""

ROAD_MAP_ORDERS = ("role", "begin", "owner")
"""The orders of the moves of a road map, the usual one first."""

PAPERS = ("a4", "a3", "a2")

RESOLUTIONS = ("150", "300", "600")
"""The dots an inch of a picture that is made of dots."""

USUAL_RESOLUTION = 300
PDF, SVG, PNG = ".pdf", ".svg", ".png"
MERMAID, BPMN = ".mmd", ".bpmn"
FLOW_SUFFIXES = (MERMAID, BPMN)
"""The extensions of one flow for other programs."""

PICTURE_SUFFIXES = (PDF, SVG, PNG)
"""The extensions of pictures, the usual one first."""
