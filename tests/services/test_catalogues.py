"""The shipped catalogue is one object, since plans compare catalogues by identity."""

from socplanner.services import catalogues


def test_the_same_catalogue_is_handed_out_each_time() -> None:
    assert catalogues.shipped() is catalogues.catalogue_of(catalogues.NEWEST)


def test_an_edition_that_is_not_shipped_is_none() -> None:
    assert catalogues.catalogue_of("v9") is None
    assert catalogues.catalogue_of("../v2") is None


def test_every_role_and_function_of_the_catalogue_is_described() -> None:
    catalogue, described = catalogues.shipped(), catalogues.descriptions()
    assert set(described.roles) == set(catalogue.role_by_id)
    assert set(described.functions) == set(catalogue.function_by_code)
