"""What the plan costs: by party, phases side by side, and under the four patterns.

`cost_view` puts three pages together, which `cost_strip` chooses. By party, `party_page`: the
numbers of the phase in view, and `party_table` with `party_model`. Phases and patterns are two
`comparison_page`s: `cost_bars` draws in-house and outsourced cost of each column, and
`comparison_table` with `comparison_model` has the numbers and how they differ from the first
column. Every number opens its formula in the `formula_panel` of `ui/kit`. Edits are dialogs of
`ui/dialogs`: `contract_dialog`, `rates_dialog` and `cost_assumptions_dialog`.
"""
