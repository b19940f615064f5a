"""An understood external workbook as JSON values, for other programs."""

from collections.abc import Iterable, Mapping, Sequence

from socplanner.domain.external.full_names import party_names, task_names
from socplanner.domain.external.sheet_places import column_letters
from socplanner.domain.external.understood import TaskRow, Understood
from socplanner.domain.problem import Problem


def as_json(understood: Understood) -> dict[str, object]:
    """Return `understood` as JSON values; columns are their letters, None where there is none.

    Where tasks run across, the keys of tasks and parties change places: `rows` for `columns`.
    """
    labels, names = party_names(understood), task_names(understood)
    across = understood.tasks_across
    return {
        "sheet": understood.sheet,
        "form": understood.form,
        "tasks": "across" if across else "down",
        "header_row": None if across or not understood.header_rows else understood.header_rows[-1],
        "header_rows": [] if across else list(understood.header_rows),
        "task_column": None if across else _column(understood.task_column),
        "task_row": understood.task_column if across else None,
        "code_column": None if across else _column(understood.code_column),
        "group_column": None if across else _column(understood.group_column),
        "party_columns": [
            {
                "name": party.name,
                "label": label,
                "column": _column(next(iter(party.places), None)) if not across else None,
                "group": party.group,
                ("rows" if across else "columns"): (
                    list(party.places) if across else [column_letters(c) for c in party.places]
                ),
            }
            for party, label in zip(understood.parties, labels, strict=True)
        ],
        "task_rows": [
            {**_task(task, labels, across=across), "label": name}
            for task, name in zip(understood.tasks, names, strict=True)
        ],
        "legend": {
            letter: {"says": meaning.text, "means": meaning.flag, "cell": meaning.place}
            for letter, meaning in understood.meanings.items()
        },
        "letter_sets": list(understood.letter_sets),
        "own_letters": list(understood.custom_letters),
        "left_out": _problems(understood.left_out),
        "notes": _problems(understood.notes),
        "unclear": _problems(understood.unclear),
    }


def _column(column: int | None) -> str | None:
    return None if column is None else column_letters(column)


def _task(task: TaskRow, labels: Sequence[str], *, across: bool) -> dict[str, object]:
    pairs = [(label, cell) for label, cell in zip(labels, task.cells, strict=True) if cell.text]
    return {
        ("column" if across else "row"): column_letters(task.place) if across else task.place,
        "code": task.code,
        "task": task.name,
        "group": task.group,
        "is_group": task.is_group,
        "letters": {label: list(cell.letters) for label, cell in pairs if cell.letters},
        "written": {label: cell.text for label, cell in pairs},
        "remarks": {label: cell.remark for label, cell in pairs if cell.remark},
    }


def _problems(problems: Iterable[Problem]) -> list[dict[str, object]]:
    return [{"code": each.code, **_plain(each.values)} for each in problems]


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    return {
        key: list(value) if isinstance(value, tuple) else value for key, value in values.items()
    }
