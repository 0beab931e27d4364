"""A ward's review of the year, on invented people and the figures of the source article (S0).

66 officials who work at the ward are judged from facts: 59 good, 7 fair, nobody with conduct breaching the law.
Officials who only live there are a second population, judged on residence alone and never added to the first.
Run it: ``python docs/examples/ward_review.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import supervision_core as sc
from supervision_core.regulations import CIVIC_CODES, GOOD_PERFORMANCE_2014, RESIDENCE_2014

MINUTES = "biên bản 2014-12"


def working_officials() -> Iterator[tuple[str, sc.Facts]]:
    """66 invented officials: 59 meet both parts; of the others two have duties only fairly done and five fail a civic fact."""
    met = {"duties.well_done": True, "conduct.violation": False, **dict.fromkeys(CIVIC_CODES, True)}
    unlike: dict[str, dict[str, bool]] = {
        "CB60": {"duties.well_done": False, "duties.fairly_done": True},
        "CB61": {"duties.well_done": False, "duties.fairly_done": True},
        "CB62": {"civic.household_obligations": False},
        "CB63": {"civic.household_obligations": False, "civic.ties_with_people": False},
        "CB64": {"civic.ties_with_people": False},
        "CB65": {"civic.local_contribution": False},
        "CB66": {"civic.standing": False},
    }
    for number in range(1, 67):
        who = f"CB{number:02}"
        values = {**met, **unlike.get(who, {})}
        yield who, sc.Facts.of(values, sources=dict.fromkeys(values, (MINUTES,)))


def resident_officials() -> Iterator[tuple[str, sc.Facts]]:
    """Invented officials of other places who live in the ward; the source gives no number, only that most did well."""
    met = dict.fromkeys((fact.code for fact in RESIDENCE_2014.ladder.facts), True)
    for number in range(1, 10):
        yield f"CT{number}", sc.Facts.of(met)
    yield "CT10", sc.Facts.of({**met, "civic.ties_with_people": False})
    yield "CT11", sc.Facts.of({**met, "civic.household_obligations": False})


def show(reason: sc.Reason, lang: sc.values.Language, depth: int = 0) -> None:
    """Print a reason and the lines below it."""
    print("    " * depth + reason.sentence(lang))
    for child in reason.children:
        show(child, lang, depth + 1)


def main() -> None:
    """Judge, count and explain."""
    officials = dict(working_officials())
    results = dict(sc.assess_all(GOOD_PERFORMANCE_2014, officials.items()))
    counted = Counter(result.grade.label.vi for result in results.values() if result.grade)
    grades = sc.Tally(kind=sc.programme.CountKind.PERSON, population="công tác tại phường", parts=counted, headline=66)
    print("== Cán bộ, công chức công tác tại phường / officials who work at the ward")
    for grade, count in grades.parts.items():
        print(f"   {grade}: {count}")
    print(f"   tổng / total: {grades.total}; headline: {grades.headline}; discrepancy: {grades.discrepancy}")

    residents = dict(sc.assess_all(RESIDENCE_2014, resident_officials()))
    at_home = Counter(result.grade.label.vi for result in residents.values() if result.grade)
    living = sc.Tally(kind=sc.programme.CountKind.PERSON, population="cư trú trên địa bàn", parts=at_home)
    print("== Cán bộ, công chức cư trú trên địa bàn / officials who live in the ward")
    for grade, count in living.parts.items():
        print(f"   {grade}: {count}")
    try:
        grades + living
    except sc.InvalidInput as error:
        print(f"   không cộng hai nhóm / never added: {error}")

    print("== Vì sao CB63 chưa đạt mức tốt? / Why is CB63 not good?")
    why = sc.explain(results["CB63"], officials["CB63"])
    show(why, "vi")
    show(why, "en")

    print("== Một tháng trước: chưa ai nhận xét về uy tín của CB66 / A month earlier: nobody had spoken of CB66's standing")
    earlier = sc.Facts(fact for fact in officials["CB66"] if fact.code != "civic.standing")
    undetermined = sc.assess(GOOD_PERFORMANCE_2014, earlier)
    print(f"   có thể / possible: {[grade.label.vi for grade in undetermined.possible]}")
    for question in undetermined.questions:
        label = GOOD_PERFORMANCE_2014.ladder.definitions[question.code].label
        print(f"   cần hỏi / worth asking: {label.vi} / {label.en}")
        for answer in question.answers:
            print(f"      {'có' if answer.least else 'không'} → {', '.join(grade.label.vi for grade in answer.possible)}")


if __name__ == "__main__":
    main()
