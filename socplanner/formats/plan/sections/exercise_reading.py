"""Reading exercises of a plan file; imported only for a plan that has some."""

from socplanner.domain.exercise_inputs import Exercise, ExercisedStep
from socplanner.domain.exercise_validation import exercise_faults
from socplanner.domain.ids import RoleId
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.sections.part_reading import ids_of, phase_of, whole_of
from socplanner.formats.plan.sections.section import References, TreeMapping
from socplanner.formats.plan.text_fields import long_text_of, name_of, records_of
from socplanner.formats.plan.yaml_reading import Tree


def exercises_in(tree: Tree, references: References) -> tuple[Exercise, ...]:
    """Return the exercises of a file; raise FormatError with the path of what is wrong."""
    records = records_of(tree)
    ids = ids_of(records, ("exercises",), "exercise")
    return tuple(
        _exercise(each, record, ("exercises", place), references)
        for place, (each, record) in enumerate(zip(ids, records, strict=True))
    )


def _exercise(
    exercise_id: str, record: TreeMapping, path: Path, references: References
) -> Exercise:
    exercise = Exercise(
        exercise_id,
        str(record["date"]),
        str(record["flow"]),
        name_of(record["name"], (*path, "name")),
        phase_of(record, "phase", path, references),
        str(record.get("moment", "")),
        long_text_of(str(record.get("note", "")), (*path, "note")),
        tuple(
            _step(each, (*path, "steps", place), references)
            for place, each in enumerate(records_of(record.get("steps")))
        ),
    )
    for fault in exercise_faults(exercise):
        raise refused(fault.problem.code, (*path, *fault.path), **fault.problem.values)
    return exercise


def _step(record: TreeMapping, path: Path, references: References) -> ExercisedStep:
    role = str(record["role"])
    if role not in references.roles:
        raise references.unknown_role(role, (*path, "role"))
    return ExercisedStep(
        str(record["step"]),
        RoleId(role),
        whole_of(record.get("seconds")) or 0,
        long_text_of(str(record.get("note", "")), (*path, "note")),
    )
