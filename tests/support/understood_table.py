"""What was understood of a sheet of others, as a table that a test can name."""

from socplanner.domain.external.understood import Understood

Table = dict[str, dict[str, str]]
"""The letters of each party, by the names of tasks and parties; empty cells are left out."""


def table_of(understood: Understood) -> Table:
    """Return the letters that `understood` holds."""
    names = [party.name for party in understood.parties]
    return {
        task.name: {
            name: "/".join(cell.letters)
            for name, cell in zip(names, task.cells, strict=True)
            if cell.letters
        }
        for task in understood.tasks
    }
