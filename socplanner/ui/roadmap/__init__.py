"""What changes when: the moves of roles between phases, with time across.

`roadmap_view` puts the parts together: `roadmap_table` with `roadmap_model`, a row a role with its
moves; `time_header` and `roadmap_delegate` draw time, phases and bars on one `time_scale`, and
`move_details` shows what is stated of the selected move. `roadmap_strip` has order and legend.
"""
