"""What follows from flows, agreements and reporting duties: who shares what with whom, by when.

- `shares` has what each step of a flow hands on, from which party to whom.
- `sharing_groups` puts shares, agreement and duties of one counterpart together.
- `proposals` fills in a new agreement from what flows state.
- `map_layout` places parties and counterparts, and the lines between them.
- `duties` has the default reporting duties of a catalogue, and those of a plan.
- `duty_clock` sets all duties of one incident on the clock of its detection; `time_axis` has the
  scale on which they are drawn.
"""
