"""A fact's way, measured: which modules it enters from ``gather`` to ``to_html``, and how often it is validated on it.

    .venv/bin/python tests/contract/fact_way.py

A module is entered when one of its functions runs; loading it does not count.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import FrameType

import supervision_core as sc
from supervision_core.regulations.regulation import fact_space
from supervision_core.values import facts as home_of_facts

YEAR = sc.Period.of_year(2014)
ROOT = Path(sc.__file__).parent
#: What the way took in version 1.0.0, what it is to take, and what it may take.
BEFORE, GOAL, MOST_MODULES, MOST_VALIDATIONS = 45, 25, 26, 1


def evidence() -> list[sc.Feedback]:
    """Letters about one invented official: one fact found, one contested."""
    said = ((1, "civic.standing", True), (2, "civic.standing", True), (3, "civic.ties_with_people", True), (4, "civic.ties_with_people", False))
    return [
        sc.Feedback(
            id=f"fb-{number}",
            subject_id="o1",
            channel="hotline",
            kind=sc.evidence.FeedbackKind.COMMENT,
            received_on=date(2014, 3, number),
            reporter_key=f"k{number}",
            says={code: answer},
        )
        for number, code, answer in said
    ]


def fresh() -> sc.Regulation:
    """A regulation that has judged nobody yet, and so remembers nothing."""
    regulation = sc.regulations.good_performance()
    assert regulation.is_exact
    assert fact_space(regulation) is not None
    return regulation


def way(letters: list[sc.Feedback], regulation: sc.Regulation, ratings: tuple[sc.Rating, ...] = ()) -> str:
    """From loose evidence to a page; a rating leads it the longer way, on which each piece is accounted for."""
    dossier = sc.evidence.gather(["o1"], YEAR, feedback=letters, ratings=ratings)["o1"]
    facts = sc.weigh(dossier, sc.evidence.WARD_WEIGHING)
    assessment = sc.assess(regulation, facts)
    sc.explain(assessment, facts)
    return sc.rendering.to_html(assessment, lang="vi", facts=facts)


@contextmanager
def watched(on_call: Callable[[FrameType], None]) -> Iterator[None]:
    """While the library runs, tell of every call of one of its functions."""

    def profile(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_name != "<module>" and frame.f_code.co_filename.startswith(str(ROOT)):
            on_call(frame)

    sys.setprofile(profile)
    try:
        yield
    finally:
        sys.setprofile(None)


def entered(on_the_way: Callable[[], object]) -> tuple[str, ...]:
    """The modules that something enters while it runs, sorted."""
    found: set[str] = set()
    with watched(lambda frame: found.add(frame.f_code.co_filename)):
        on_the_way()
    return tuple(sorted(str(Path(one).relative_to(ROOT)) for one in found))


def modules_entered() -> tuple[str, ...]:
    """The modules that the way enters, sorted."""
    letters, regulation = evidence(), fresh()
    way(letters, fresh())  # what loads is no part of the way
    return entered(lambda: way(letters, regulation))


def validations(*, with_rating: bool) -> Counter[str]:
    """How often a fact of each code is validated on the way.

    Where feedback is all there is, answers and ids are taken over as they were checked in it, and no fact is validated again.
    """
    ratings = (
        sc.Rating(id="r-1", subject_id="o1", code="civic.standing", value=True, channel="front_working_committee", rated_on=date(2014, 12, 1)),
    )
    found: Counter[str] = Counter()

    def on_call(frame: FrameType) -> None:
        if frame.f_code is home_of_facts.Fact.__attrs_post_init__.__code__:
            found[frame.f_locals["self"].code] += 1

    letters, regulation = evidence(), fresh()
    with watched(on_call):
        way(letters, regulation, ratings if with_rating else ())
    return found


def main() -> None:
    """Run and print."""
    found = modules_entered()
    print(f"modules a fact enters: {len(found)} (1.0.0: {BEFORE}; goal: {GOAL})")
    print("\n".join(f"  {one}" for one in found))
    most = max(max(validations(with_rating=one).values(), default=0) for one in (False, True))
    print(f"times one fact is validated on its way: at most {most} (1.0.0: 24 to 56; goal: {MOST_VALIDATIONS})")


if __name__ == "__main__":
    main()
