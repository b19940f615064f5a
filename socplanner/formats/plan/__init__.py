"""Plan files: text to a plan and back; what a person wrote by hand is kept.

Reading: `yaml_reading` (bytes to a bounded tree), `upgrades` (old formats), `shapes` with
`plan_schema` (is the tree a plan file), `plan_reading` (the plan). Writing: `plan_tree` (the tree),
`text_patching` (changes in the old text), `canonical` (new text). `plan_yaml` does both.
"""
