"""Figures of maturity: of a role, of groups of roles, gaps, and what changed between assessments.

Rules:

- Scores are those of one assessment, aims those of one phase.
- The sides of a role that count are those of its sourcing: now (in the first phase) for its score,
  in the phase in view for its aim. Of two sides the higher score counts.
- A side without an answer, or `unknown`, counts as 1 and is counted as unanswered.
- A role does not count where it is not performed in the phase, or all its sides are `na`.
- A mean is that of the roles that count, to one decimal, half up; of no roles there is none.
"""
