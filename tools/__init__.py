"""What builds, checks and packs; nothing here is part of the program."""
