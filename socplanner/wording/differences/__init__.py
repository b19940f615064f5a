"""What differs between two versions of a plan, in sentences of a planner.

`difference_groups` sorts topics of a comparison under roles, parties and the rest, `lines` writes
each as a sentence, `field_names` and `value_texts` name fields and values of the plan file.
"""
