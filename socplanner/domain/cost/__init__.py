"""What the plan costs in a phase, in-house and outsourced, and under each sourcing pattern.

What the planner states (`CostInputs`: rates, contracts, shares) is in `cost_inputs`. `cost_of`
(phase_cost) leads from there to the result: it takes the people from `domain/staffing`, asks
`sourced_roles` who performs roles outside and who is accountable for them, `party_costs` for the
figures of each internal party, and `contracts` for those of each provider. `pattern_columns`
(pattern_costs) does the same for the plan under each pattern; `moved_roles` estimates what a
pattern moves in-house or out.

Rules:

- In-house is what own people cost: those that a party needs for posts and workloads, or else those
  it has. Outsourced is what providers cost, and own people who are retained for outsourced roles.
- A figure is a `Figure` of staffing, with its formula and inputs, down to what was stated.
- What is not stated is a dash, never 0; sums add up what is known, and `left_out` names the rest.
- Amounts a year and amounts that are paid once are never added.
"""
