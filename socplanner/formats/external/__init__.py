"""External workbooks: tasks, parties and letters read from a matrix that another program made.

`understanding.understand` is the entry; its module lists the rules.
"""
