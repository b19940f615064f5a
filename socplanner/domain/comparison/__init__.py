"""Two or three versions of a plan, compared and merged entry by entry.

A version is a tree as its file has it: mappings, lists of entries that have a key, and values.
`nodes` describes such trees, `topics` compares three of them, `choosing` writes chosen values into
one, `merging` combines all that two people changed and names what both changed differently.
`services/plan_versions` makes trees of plans and plans of trees.
"""
