"""A mapping that shares most of another reads as one that was copied and changed."""

from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.overlay import Overlay, overlaid, unshared_entries

MANY = MappingProxyType({f"r{n}": n for n in range(300)})
keys = st.sampled_from([f"r{n}" for n in (*range(8), 298, 299, 300, 301)])
news = st.dictionaries(keys, st.one_of(st.none(), st.integers(1000, 1009)), max_size=6)


@given(st.lists(news, max_size=8))
def test_a_chain_of_changes_reads_as_a_copy_changed_in_place(
    steps: list[dict[str, int | None]],
) -> None:
    mapping, told = overlaid(MANY, {}), dict(MANY)
    for step in steps:
        before, held = mapping, dict(told)
        mapping = overlaid(mapping, step)
        for key, value in step.items():
            if value is None:
                told.pop(key, None)
            else:
                told[key] = value
        assert before == held
    assert set(mapping.items()) == set(told.items())
    assert list(mapping) == list(mapping.keys()) == [key for key, _ in mapping.items()]
    assert list(mapping.values()) == [mapping[key] for key in mapping]
    assert len(mapping) == len(told)
    assert mapping == told
    for key in ("r0", "r299", "r301", "none"):
        assert mapping.get(key) == told.get(key)
        assert mapping.get(key, -1) == told.get(key, -1)
        assert (key in mapping) == (key in told)
        try:
            found: int | None = mapping[key]
        except KeyError:
            found = None
        assert found == told.get(key)


def test_few_entries_are_copied_and_many_differences_laid_down() -> None:
    assert isinstance(overlaid({"a": 1}, {"b": 2}), MappingProxyType)
    few = overlaid(MANY, {f"r{n}": 0 for n in range(18)})
    assert isinstance(few, Overlay)
    assert few.ground is MANY
    again = overlaid(few, {"r0": 5})
    assert isinstance(again, Overlay)
    assert again.ground is MANY
    assert isinstance(overlaid(few, {"r100": 5}), MappingProxyType)
    assert overlaid(few, {"r100": 5})["r100"] == 5


def test_laying_one_over_another_merges_neither() -> None:
    first = overlaid(MANY, {"r0": 5})
    second = overlaid(first, {"r1": 6})
    assert (second["r0"], second.get("r1"), "r2" in second) == (5, 6, True)
    for each, number in ((first, 1), (second, 2)):
        assert isinstance(each, Overlay)
        assert each.ground is MANY
        assert unshared_entries(each) == number
        assert len(list(each.items())) == len(each) == 300
