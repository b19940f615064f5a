"""How good we are, and what is missing: scores of the newest assessment, aims of the phase in view.

`maturity_view` puts the parts together: `radar` and `function_bars` with the means of the
functions, `maturity_strip` the choices above them, `radar_legend` the lines of a comparison,
and `scores_table` with `scores_model`, a row a role with its scores, its aim and its
gap, where digits score a role. `scores_delegate` draws the cells.
"""
