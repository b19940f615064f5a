"""What comes back in workbooks: what they say, how it differs from the plan, taking it."""
