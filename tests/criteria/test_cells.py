"""The cells of a sum, held against every value on its grid: what it can lie in, with spans and known values, and a case that shows it.

* a cell can be lain in exactly when a value of the grid, moved by any part of each span, lies in it
* what is attainable is what the steps of measures that have only these, and all numbers between the ends of the others, give
* the case that shows a cell between the steps lies in it, on the steps of the ones and at one part of the range of all others
"""

from fractions import Fraction
from itertools import product

from hypothesis import assume, given, strategies as st

import supervision_core as sc
from supervision_core.criteria import Measure, Quantity, Term
from supervision_core.criteria.sums import Boundary, Cells, Reach

L = sc.Label("mục", "item")
FRACTIONS = st.sampled_from([Fraction(number, 4) for number in range(-12, 13)])
WEIGHTS = st.sampled_from([Fraction(number, 4) for number in (-8, -5, -4, -2, -1, 1, 2, 3, 4, 6)])


@st.composite
def sums(draw):
    """A sum of one to three measures with some bounds, open ones and closed ones."""
    measures, terms = [], []
    for place in range(draw(st.integers(1, 3))):
        low, steps, step = draw(FRACTIONS), draw(st.integers(0, 3)), draw(st.sampled_from([Fraction(1, 4), Fraction(1, 2), Fraction(1)]))
        measures.append(Measure(code=f"m{place}", label=L, low=low, high=low + steps * step, step=step, only_steps=draw(st.booleans())))
        terms.append(Term(code=f"m{place}", weight=draw(WEIGHTS)))
    boundaries = draw(st.lists(st.builds(Boundary, FRACTIONS, st.booleans()), max_size=4, unique=True))
    return Cells(Quantity(terms=terms, constant=draw(FRACTIONS)), tuple(measures), tuple(sorted(boundaries)))


def cell_of(cells, value):
    """The cell of a number: how many boundaries it lies beyond."""
    return sum(1 for one in cells.boundaries if value > one.bound or (value == one.bound and not one.above))


def met(cells, intervals):
    """The cells that some number of some interval lies in, as bits."""
    found = {cell for low, high in intervals for cell in range(cell_of(cells, low), cell_of(cells, high) + 1)}
    return sum(1 << cell for cell in found)


@given(sums(), FRACTIONS, st.lists(st.tuples(st.sampled_from([Fraction(1, 4), Fraction(1), Fraction(3, 2)]), st.integers(0, 3)), max_size=2), st.lists(FRACTIONS, max_size=2))
def test_a_cell_is_within_reach_when_a_value_moved_by_the_spans_lies_in_it(cells, start, free, spans):
    """Spans to either side, also smaller than one, each by any part."""
    values = [start + sum(stride * times for (stride, _), times in zip(free, some, strict=True)) for some in product(*(range(count + 1) for _, count in free))]
    down, up = (sum((span for span in spans if span * side > 0), Fraction(0)) for side in (-1, 1))

    assert cells.within(Reach.of(start, free), spans) == met(cells, [(value + down, value + up) for value in values])


def ways(cells, known):
    """The least and the most of the sum for each choice of steps of the measures that have only steps."""
    choices = []
    for term, measure in zip(cells.quantity.terms, cells.measures, strict=True):
        if measure.code in known:
            choices.append([(term.weight * known[measure.code],) * 2])
        elif measure.only_steps:
            choices.append([(term.weight * (measure.low + measure.step * step),) * 2 for step in range(measure.steps + 1)])
        else:
            choices.append([tuple(sorted((term.weight * measure.low, term.weight * measure.high)))])
    for some in product(*choices):
        yield cells.quantity.constant + sum(low for low, _ in some), cells.quantity.constant + sum(high for _, high in some)


@given(sums(), st.data())
def test_what_is_attainable_goes_by_steps_and_ranges(cells, data):
    """With nothing known, and with some measures known, between their steps too."""
    known = {one.code: data.draw(st.sampled_from([one.low, one.high, (one.low + one.high) / 2])) for one in cells.measures if data.draw(st.booleans())}

    assert cells.attainable() == met(cells, ways(cells, {}))
    assert cells.attainable(known) == met(cells, ways(cells, known))


@given(sums(), st.data())
def test_a_case_shows_an_attainable_cell(cells, data):
    """It lies in it, each value in its range; steps where there is nothing else, and the same part of the range of all others."""
    attainable = [cell for cell in range(cells.count) if cells.attainable() >> cell & 1]
    assume(attainable)
    cell = data.draw(st.sampled_from(attainable))
    values = cells.between_steps(cell)

    assert cell_of(cells, cells.quantity.constant + sum(term.weight * values[term.code] for term in cells.quantity.terms)) == cell
    parts = set()
    for term, one in zip(cells.quantity.terms, cells.measures, strict=True):
        assert one.low <= values[one.code] <= one.high
        if one.only_steps:
            assert ((values[one.code] - one.low) / one.step).denominator == 1
        elif one.high > one.low:
            part = (values[one.code] - one.low) / (one.high - one.low)
            parts.add(part if term.weight > 0 else 1 - part)
    assert len(parts) <= 1


def test_a_measure_of_steps_takes_the_first_that_serves_and_the_others_the_middle():
    """Whole numbers from 0 to 3, and half of what lies between 0 and 1/2: from 2 on it is 2, and half of 1/4 beside it."""
    steps = Measure(code="m", label=L, low=0, high=3, step=1, only_steps=True)
    free = Measure(code="n", label=L, low=0, high=Fraction(1, 2), step=Fraction(1, 2))
    cells = Cells(Quantity(terms=[Term(code="m"), Term(code="n", weight=Fraction(1, 2))]), (steps, free), (Boundary(Fraction(2), above=False),))

    assert [cells.between_steps(cell) for cell in (0, 1)] == [{"m": 0, "n": Fraction(1, 4)}, {"m": 2, "n": Fraction(1, 4)}]
