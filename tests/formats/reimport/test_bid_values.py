"""Prices and days are read as vendors write them, and nothing is guessed."""

import pytest

from socplanner.formats.reimport.bid_values import WrittenPrice, day_in, written_price


@pytest.mark.parametrize(
    ("text", "price"),
    [
        *(("1200000", 1_200_000), ("1,200,000", 1_200_000), ("¥1,200", 1200), ("￥１２００", 1200)),
        *(("1200円", 1200), ("JPY 98.50", 98.5), ("98.5 EUR", 98.5), ("0", 0)),
        *(("¥1,200,000-", 1_200_000), ("\\1,200", 1200), ("333333.333333333", 333_333.33)),
        *(("1234.567", 1234.57), ("1,200-", None), ("1,20", None), ("1.200,50", None)),
        *(("-1", None), ("1e5", None), ("¥1.2M", None), ("free", None)),
        *(("120万円", 1_200_000), ("1億2,000万円", 120_000_000), ("3千円", 3000)),
        *(("12.5万", 125_000), ("120万5,000円", 1_205_000), ("￥１２０万", 1_200_000)),
        *(("万円", None), ("1万2億", None), ("1,2万", None), ("99999億", None), ("1.234万", None)),
        *(("99999999999999", None), ("1.234", None), ("1,200.", None), ("", None)),
    ],
)
def test_prices_are_read_and_nothing_is_guessed(text: str, price: float | None) -> None:
    assert written_price(text).value == price


@pytest.mark.parametrize(
    ("text", "currency", "price"),
    [
        *(("$1,200", "USD", 1200), ("1200円", "JPY", 1200), ("EUR 5", "EUR", 5)),
        *(("¥5", "CNY", 5), ("1,200", "JPY", 1200), ("$5", "SGD", 5), ("£5", "GBP", 5)),
    ],
)
def test_the_currency_of_the_tender_may_be_written(text: str, currency: str, price: float) -> None:
    assert written_price(text, currency) == WrittenPrice(price)


@pytest.mark.parametrize(
    ("text", "currency", "other"),
    [
        *(("$1,200", "JPY", "$"), ("USD 1200", "JPY", "USD"), ("1200 €", "JPY", "€")),
        *(("1200円", "USD", "円"), ("¥5 USD", "JPY", "USD")),
    ],
)
def test_a_price_in_another_currency_is_none(text: str, currency: str, other: str) -> None:
    assert written_price(text, currency) == WrittenPrice(None, other)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *(("2026-12-10", "2026-12-10"), ("2026/1/5", "2026-01-05"), ("2026.1.5", "2026-01-05")),
        *(("２０２６年１２月１０日", "2026-12-10"), ("2026年 1月 5日", "2026-01-05")),
        *(("2026-12-10 09:00", "2026-12-10"), ("2026-13-01", ""), ("12/10/2026", "")),
        *(("令和8年12月10日", ""), ("next week", ""), ("", "")),
    ],
)
def test_days_are_read_in_the_order_year_month_day(text: str, day: str) -> None:
    assert day_in(text) == day
