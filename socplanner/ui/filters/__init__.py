"""The filter of roles as chips: the same in the strips above board and matrix.

`filter_choices` lists what can be chosen for a plan; `choice_button` is one chip with its menu;
`filter_chips` is the row of chips, which sets the filter of the window (`kit.role_filtering`).
"""
