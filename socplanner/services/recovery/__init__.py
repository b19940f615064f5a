"""Work that is not saved, kept outside the plan file, and what a crash leaves for the next start.

`Journaling` follows the open plan and gives its newest state to `JournalWriter`, a thread that
appends it to a `JournalFile`. The next start lists what others left (`leftovers`), and `recovering`
makes a plan of it. `SessionMark` remains where the program did not end by itself.
"""
