"""How many people a plan needs, how many it has, and whether their shifts fit the law.

What the planner states (`Staffing`: assumptions, posts, workloads, people) is in `staffing_inputs`.
`staffing_of` (phase_staffing) leads from there to the result. It asks `assumed_figures`
(assumed) for the assumptions, with this tool's defaults where nothing is stated; `day_figures` and
`duty_figures` (duty_hours) for the hours of a year in which a post is manned; `post_figures` and
`workload_figures` (needs) for what they need in full-time equivalents; and `party_figures`
(parties) adds them up, rounds up once and compares with the people of today. `crew_check` (crews)
asks whether crews in shifts fit the law, and whether people are left for leave.

Every number of a result is a `Figure` (calculation): its formula as text and as a tree, and the
figures that go into it, down to what was stated or assumed. A `Calculation` is written once, as
text. Dividing by nothing, or by what is not known, gives None, never 0.

Limits and premiums of the law are a value with a date, `LabourLaw` (labour_law); `overtime`
compares hours with them, `pay` has premiums. `erlang`, the queue of a service desk, stands alone.
"""
