"""How things are said in two languages: names and lists, days and times, numbers, shares and differences; and names that are no names."""

from datetime import date
from fractions import Fraction

import pytest

import supervision_core as sc
from supervision_core import Label, Period
from supervision_core.values.wording import grouped, in_both, wording

VI, EN = wording("vi"), wording("en")


def told(make):
    """Each fault: its code, its place, what was found, what would be right."""
    with pytest.raises(sc.InvalidInput) as raised:
        make()
    return [(one.code, one.place, one.found, one.expected) for one in raised.value.faults]


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1000, "1.000", "1,000"),
        (-999, "-999", "-999"),
        (-1000, "-1.000", "-1,000"),
        (123456, "123.456", "123,456"),
        (1234567, "1.234.567", "1,234,567"),
        (Fraction(1, 2), "0,5", "0.5"),
        (Fraction(1234567891, 10_000), "123.456,7891", "123,456.7891"),
        (Fraction(1, 10_000), "0,0001", "0.0001"),
        (Fraction(1, 3), "≈ 0,33", "≈ 0.33"),
        (Fraction(2, 3), "≈ 0,67", "≈ 0.67"),
        (Fraction(-2, 3), "≈ -0,67", "≈ -0.67"),
        (Fraction(10_000, 3), "≈ 3.333,33", "≈ 3,333.33"),
        (Fraction(12_345, 100_000), "≈ 0,12", "≈ 0.12"),
        (Fraction(269_999, 3000), "≈ 89,9997", "≈ 89.9997"),
        (Fraction(299, 300), "≈ 0,997", "≈ 0.997"),
        (Fraction(1, 20_000), "≈ 0,0001", "≈ 0.0001"),
        (Fraction(1, 20_001), "≈ 0,00005", "≈ 0.00005"),
        (Fraction(6, 10**13), "≈ 0,000000000001", "≈ 0.000000000001"),
        (Fraction(4, 10**13), "≈ 0", "≈ 0"),
    ],
)
def test_a_number(value, vi, en):
    """Thousands are grouped; up to four decimals are exact; all else is rounded to hundredths, finer where that would be whole."""
    assert (VI.number(value), EN.number(value)) == (vi, en)


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (0, "0", "0"),
        (1, "+1", "+1"),
        (-1, "−1", "−1"),
        (1234, "+1.234", "+1,234"),
        (-1234, "−1.234", "−1,234"),
        (Fraction(1, 3), "≈ +0,33", "≈ +0.33"),
        (Fraction(-1, 3), "≈ −0,33", "≈ −0.33"),
    ],
)
def test_a_difference_has_its_sign(value, vi, en):
    """Plus or minus, after the sign that it is rounded; none at all for no difference."""
    assert (VI.signed(value), EN.signed(value)) == (vi, en)


def test_a_share_is_said_in_per_cent():
    """Of one."""
    assert [VI.percent(one) for one in (Fraction(0), Fraction(1), Fraction(1, 8), Fraction(1, 3), Fraction(12))] == [
        "0%",
        "100%",
        "12,5%",
        "≈ 33,33%",
        "1.200%",
    ]
    assert EN.percent(Fraction(1, 8)) == "12.5%"


def test_a_value_is_said():
    """Yes and no are no numbers, and what is not known is no zero."""
    values = (None, True, False, 1, 0, Fraction(3, 2))

    assert [VI.value(one) for one in values] == ["chưa rõ", "có", "không", "1", "0", "1,5"]
    assert [EN.value(one) for one in values] == ["unknown", "yes", "no", "1", "0", "1.5"]


def test_a_number_has_its_word():
    """One of its own for one, and the other for all the rest; the number is grouped."""
    one, many = Label("một thứ", "thing"), Label("thứ", "things")

    assert [EN.counted(count, one, many) for count in (0, 1, 2, 1000)] == ["0 things", "1 thing", "2 things", "1,000 things"]
    assert [VI.counted(count, one, many) for count in (1, 1000)] == ["1 một thứ", "1.000 thứ"]


@pytest.mark.parametrize(
    ("period", "vi", "en"),
    [
        (Period.of_year(2026), "năm 2026", "2026"),
        (Period.of_month(2026, 3), "tháng 3/2026", "month 3/2026"),
        (Period.of_month(2026, 12), "tháng 12/2026", "month 12/2026"),
        (Period.of_quarter(2026, 1), "từ 01/01/2026 đến 31/3/2026", "2026-01-01 to 2026-03-31"),
        (Period.of_months(date(2026, 7, 1), 12), "từ 01/7/2026 đến 30/6/2027", "2026-07-01 to 2027-06-30"),
        (Period.of_months(date(2026, 1, 1), 24), "từ 01/01/2026 đến 31/12/2027", "2026-01-01 to 2027-12-31"),
        (Period.of_months(date(2026, 1, 15), 12), "từ 15/01/2026 đến 14/01/2027", "2026-01-15 to 2027-01-14"),
        (Period.of_months(date(2026, 3, 2), 1), "từ 02/3/2026 đến 01/4/2026", "2026-03-02 to 2026-04-01"),
        (Period.of_days(date(2026, 3, 1), date(2026, 4, 1)), "từ 01/3/2026 đến 01/4/2026", "2026-03-01 to 2026-04-01"),
        (Period.of_days(date(2026, 3, 2), date(2026, 3, 31)), "từ 02/3/2026 đến 31/3/2026", "2026-03-02 to 2026-03-31"),
        (Period.of_days(date(2026, 3, 1), date(2026, 3, 1)), "từ 01/3/2026 đến 01/3/2026", "2026-03-01 to 2026-03-01"),
    ],
)
def test_a_time(period, vi, en):
    """A calendar year and a calendar month by their numbers, every other time by its first and its last day."""
    assert (VI.period(period), EN.period(period)) == (vi, en)


def test_a_day_and_none():
    """As people write it; a dash where there is none."""
    assert [VI.day(one) for one in (date(2026, 7, 1), date(2026, 2, 28), None)] == ["01/7/2026", "28/02/2026", "–"]
    assert [EN.day(one) for one in (date(2026, 7, 1), None)] == ["2026-07-01", "–"]


def test_a_list_of_ids():
    """By name where they have one; of a long list the first ones and how many more, which is said only when there are more."""
    by = wording("vi", {"women": "Hội Phụ nữ", "front": Label("Mặt trận", "Front")})
    ids = ["front", "women", "youth"]

    assert by.listed(iter(ids)) == "Mặt trận, Hội Phụ nữ, youth"
    assert [by.listed(ids, at_most=most) for most in (1, 2, 3, 4)] == [
        "Mặt trận và 2 trường hợp khác", "Mặt trận, Hội Phụ nữ và 1 trường hợp khác", "Mặt trận, Hội Phụ nữ, youth", "Mặt trận, Hội Phụ nữ, youth",
    ]  # fmt: skip
    assert wording("en", {"front": Label("Mặt trận", "Front")}).listed(ids, at_most=1) == "Front and 2 more"
    assert by.listed([]) == ""
    assert EN.listed([f"s{number}" for number in range(2001)], at_most=1) == "s0 and 2,000 more"


def test_what_is_still_possible():
    """With "or" between, in the language."""
    labels = [Label("tốt", "good"), Label("khá", "fair"), Label("kém", "poor")]

    assert (VI.either(labels), EN.either(labels)) == ("tốt hoặc khá hoặc kém", "good or fair or poor")
    assert EN.either(labels[:1]) == "good"


def test_nobody_begins_a_line_of_a_text():
    """What people wrote, in a text, in what is filled in and in a name, stays on one line, and hidden marks are shown."""
    assert EN.say(Label("a", "{who} said"), who="An\nBình") == "An Bình said"
    assert EN.say(Label("a", "one\ntwo")) == "one two"
    assert EN.say(Label("a", "{plain}")) == "{plain}"
    assert wording("en", {"o1": "An\nBình\u202e"}).name("o1") == "An Bình⟨U+202E⟩"
    assert EN.name("o\u202e1") == "o⟨U+202E⟩1"


def test_names_are_found_however_they_are_spelt():
    """Ids and names are composed; a name in both languages is said in the one that is asked for."""
    by = wording("en", {"o\u0302": "Ho\u0302m", "o1": Label("Ông An", "Mr An")})

    assert dict(by.names) == {"ô": "Hôm", "o1": "Mr An"}
    assert by.lang == "en"
    assert wording("vi", {"o1": Label("Ông An", "Mr An")}).name("o1") == "Ông An"
    assert wording("vi", None).names == wording("vi", {}).names == {}


@pytest.mark.parametrize(
    ("lang", "names", "faults"),
    [
        ("fr", None, [("unknown_language", "sentence.lang", "'fr'", "'vi' or 'en'")]),
        (["vi"], None, [("unknown_language", "sentence.lang", "['vi']", "'vi' or 'en'")]),
        ("vi", 5, [("wrong_kind", "sentence.names", "5", "a mapping from ids to display names")]),
        ("vi", [("a", "b")], [("wrong_kind", "sentence.names", "a list of 1", "a mapping from ids to display names")]),
        ("vi", {"": "An"}, [("blank", "sentence.names", "''", "at least one visible character")]),
        ("vi", {5: "An"}, [("not_text", "sentence.names", "5", "text (str)")]),
        (
            "en",
            {"a": "An", "b": " ", "c": 5},
            [
                ("blank", "sentence.names['b']", "' '", "at least one visible character"),
                ("not_text", "sentence.names['c']", "5", "text (str)"),
            ],
        ),
        (
            "vi",
            {"o\u0302": "An", "ô": "An"},
            [("duplicate", "sentence.names", "['ô', 'ô']", "each once; two are alike in composed Unicode")],
        ),
        (
            "fr",
            {"a": Label("x", "x"), "b": ""},
            [
                ("unknown_language", "sentence.lang", "'fr'", "'vi' or 'en'"),
                ("blank", "sentence.names['b']", "''", "at least one visible character"),
            ],
        ),
    ],
)
def test_what_are_no_names(lang, names, faults):
    """The language, what the names are, each id and each name: all that is wrong at once, from the sentence of any answer."""
    assert told(lambda: wording(lang, names)) == faults
    assert told(lambda: sc.programme.ReviewLine(label=Label("a", "a")).sentence(lang, names)) == faults


def test_a_text_in_both_languages():
    """What is said with each wording."""
    assert in_both(lambda by: by.number(Fraction(3, 2))) == Label("1,5", "1.5")
    assert in_both(lambda by: by.name("o1")) == Label("o1", "o1")


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("12", "12", "12"),
        ("123", "123", "123"),
        ("1234", "1.234", "1,234"),
        ("-1234567", "-1.234.567", "-1,234,567"),
        ("", "", ""),
    ],
)
def test_the_thousands_of_a_text_are_grouped(text, vi, en):
    """From four digits on; what stands behind the decimal mark is left as it is."""
    assert (grouped(text, "vi"), grouped(text, "en")) == (vi, en)
    assert (grouped(f"{text},12345", "vi"), grouped(f"{text}.12345", "en")) == (f"{vi},12345", f"{en}.12345")
