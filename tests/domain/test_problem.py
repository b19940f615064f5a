"""What is wrong is told by its code, and with what fills the gaps of its sentence."""

import pytest

from socplanner.domain.problem import CatalogueError, EditRejected, Problem


@pytest.mark.parametrize("kind", [EditRejected, CatalogueError])
def test_an_error_has_its_code_first(kind: type[EditRejected] | type[CatalogueError]) -> None:
    error = kind("bad-id", id="a b")
    assert error.problem == Problem("bad-id", {"id": "a b"})
    assert error.args == ("bad-id", {"id": "a b"})
    assert Problem("last-phase").values == {}
