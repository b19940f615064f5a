"""The board: every role as a card in a lane, moved by mouse or keys.

Where does a drag become an edit? `BoardList` (board_list) receives Qt's drag events. `packed`
(kit.role_drag) puts the ids of the selected roles into the mime data; `drag_picture` draws them at
the mouse. `BoardList._drop_at` finds the lane at the mouse and reads from `BoardModel.lanes` which
of the roles are in it already, and which edit the others need, None where a drop cannot set the
lane. While the mouse is over the lane, its banner shows the name of that edit (`promise`) and what
else the planner should know (`remark`), and the lane its cards as they will stand
(`Placement.after_drop`). `dropEvent` emits `drop_requested(roles, lane)`, and so does Ctrl with an
arrow. `BoardView._drop` makes the edit and passes it to `Document.try_perform`. The document
announces the change, `BoardModel` emits `dataChanged` for the rows, and `CardView._follow` moves
and repaints their cards.

Lanes are a value (`lanes.LaneSet`): which there are, where each stands, which one a role is in and
what a drop does. `area_lanes`, `role_lanes` and `party_lanes` make them; `lane_kinds` lists the
kinds, `BoardStrip` (board_strip) chooses one. No other module knows areas, but for the mark and the
texts of a card (`card`, `card_words`, `card_copy`). A folded lane shows its header alone; which are
folded is in `BoardOptions`, as is all that the planner chooses.

From lanes to pixels: `text_fit` and `line_breaks` decide how small a card may be, `lane_measures`
what lanes need, `lane_layout` arranges them in `lane_boxes` so that a move changes little,
`placement` puts rows into them, `card_glide` leads moved cards to their places, `board_painter`
paints lanes (`lane_painter`) and cards. `card_face` places the texts of a card, `card_painter`
draws it on any painter, `card_pictures` keeps the drawn pictures.

Widgets: `BoardView` contains a `BoardList` (gestures), which is a `CardList` (selection, cursor)
and a `CardView` (places, scrolling, painting). `lane_buttons` puts a button over each painted
header, for keys and screen readers.
"""
