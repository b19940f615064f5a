"""What follows from business flows: lanes, clock, hand-overs, layout and the walk at an hour.

Where to find what, from the flow to the picture:

- `order` removes what leads back from a flow, so that everything else has an order to follow.
- `lanes` looks up in the matrix which party performs each step in a phase.
- `clock` adds up the limits: when each step begins and is due, counted from the start of the flow.
- `handovers` counts where work leaves a party or the organisation.
- `covered_hours`, `walk` and `week_map` compare the clock with the coverage of each role: at one
  moment, and at each hour of the week.
- `layout` arranges the steps in lanes and columns, `routes` the lines between them.
- `defaults` has the flows of a catalogue and what a plan gets when it adopts one.

All of it is computed; the plan has the flow alone (`domain/flow_inputs.py`).
"""
