"""Pictures of the plan on pages: files, print and preview, always in light colours.

From a plan to a file: `picture_facts` selects the roles, duties and findings of a phase. `Picture`
puts a `PageFrame` (title, TLP label, date, `Legend`, source) around the content and draws any of
its pages on any painter, in points. `picture_content` makes that a PDF, an SVG or a PNG;
`PrintPreview` prints it.

The content is drawn by the painters of the screen. `BoardPages` arranges the board by `Placement`
in several scales and draws with `LanePainter` and `CardPainter`; where no scale is legible, a
`LaneFlow` fills pages lane by lane. `MatrixPages` draws with `CellFace`, `draw_badges` and
`draw_count`, on the pages of a `matrix_layout`.

`SummaryPage`, the page for the directors, and `MaturityPage` draw a `Summary` of the domain, in
units that are scaled to the paper; `page_text` draws their texts.

This package is above board and matrix, and below the shell. `draw_picture` calls it for the
terminal, `PictureCommands` for the window.
"""
