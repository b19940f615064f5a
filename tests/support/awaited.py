"""Dialogs that a test has prepared an answer for: each of them must open within the test.

An answer that waits on would be given to a dialog of another test, and the test that prepared it
could not fail.
"""

AWAITED: list[str] = []
"""What is awaited, in words for the message of a failure."""
