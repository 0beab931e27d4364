"""Laws of what would change a grade, of checks and tables, on random regulations.

* remedies and risks are all the smallest sets of changes, and each does what it says
* a measure's change goes to the nearest value that does
* every finding of the check is true, and none is missing
* the table agrees with the plain evaluation on every complete case, and its lines exclude each other
"""

from hypothesis import given, strategies as st

import supervision_core as sc
from oracles import changes as oracle
from oracles.judging import answers, completions
from supervision_core import strategies
from supervision_core.criteria import Measure, TableCell, YesNo
from supervision_core.criteria.ladders import outcome

SMALL = strategies.regulations(max_facts=3)


def wanted_grades(regulation, grade, upwards):
    ranked = [one for one in regulation.grades if one.rank is not None]
    return [one for one in ranked if (one >= grade if upwards else one < grade)]


def yes_no_part(changes):
    return frozenset((code, value if isinstance(value, bool) else None) for code, value in changes.items())


@given(st.data(), st.booleans())
def test_remedies_and_risks_are_all_the_smallest_sets(data, upwards):
    """The same sets as trying everything, and each makes the wanted grade certain."""
    regulation = data.draw(SMALL)
    facts = data.draw(strategies.facts(regulation))
    grade = data.draw(st.sampled_from(regulation.grades))
    fixed = data.draw(st.lists(st.sampled_from([fact.code for fact in regulation.ladder.facts]), max_size=1))
    known = dict(sc.assess(regulation, facts).known)
    wanted = wanted_grades(regulation, grade, upwards)
    expected = oracle.smallest(regulation.ladder, known, wanted, fixed)
    answer = sc.remedies(regulation, facts, target=grade, fixed=fixed) if upwards else sc.judging.risks(regulation, facts, below=grade, fixed=fixed)
    if expected is None:
        assert isinstance(answer, sc.Unreachable)
        return
    found = [{change.code: change.needed for change in remedy.changes if not change.forced} for remedy in answer]
    assert {yes_no_part(one) for one in found or [{}]} == {yes_no_part(one) for one in expected}
    for remedy, chosen in zip(answer, found, strict=True):
        assert oracle.settling(regulation.ladder, known, chosen, wanted)
        follows = oracle.closed(regulation.ladder, chosen)
        forced = {change.code: change.needed for change in remedy.changes if change.forced}
        assert forced == {code: value for code, value in follows.items() if code not in chosen and known.get(code) is not value}
        assert all(change.now == known.get(change.code) for change in remedy.changes)
        assert remedy.grade in wanted
        check_nearest(regulation, known, chosen, wanted)


def check_nearest(regulation, known, chosen, wanted):
    """With one measure among the changes, no value between it and what it is now works."""
    measures = [code for code in chosen if isinstance(regulation.ladder.definitions[code], Measure)]
    if len(measures) != 1 or measures[0] not in known:
        return
    [code] = measures
    for value in answers(regulation.ladder.definitions[code]):
        if min(known[code], chosen[code]) < value < max(known[code], chosen[code]):
            assert not oracle.settling(regulation.ladder, known, {**chosen, code: value}, wanted)


@given(SMALL)
def test_every_finding_is_true_and_none_is_missing(regulation):
    """Holes, conflicts, overlaps, unreachable grades, dead facts and non-monotone spots, against all complete rows."""
    ladder = regulation.ladder
    rows = list(completions(ladder, {}))
    outcomes = {tuple(row.values()): outcome(ladder, row) for row in rows}
    given_codes = {grade.code for grade in outcomes.values()}
    kinds = {}
    for finding in sc.check_regulation(regulation):
        kinds.setdefault(finding.kind.value, []).append(finding)
        if finding.example:
            seen = outcome(ladder, dict(finding.example))
            assert seen == finding.grades[0]
            assert sc.assess(regulation, sc.Facts.of(dict(finding.example))).grade == seen
    assert ("gap" in kinds) == ("no_rule_matches" in given_codes)
    assert ("conflict" in kinds) == ("provisions_conflict" in given_codes)
    assert {one.grades[0].code for one in kinds.get("unreachable", ())} == {grade.code for grade in regulation.grades} - given_codes
    dead = {one.codes[0] for one in kinds.get("dead_fact", ())}
    worse = {one.codes[0] for one in kinds.get("not_monotone", ())}
    for fact in ladder.facts:
        turns, falls = False, False
        for value in answers(fact):
            follows = oracle.closed(ladder, {fact.code: value})
            if follows is None:
                continue
            for row in rows:
                after = {**row, fact.code: value, **follows}
                before_grade, after_grade = outcomes[tuple(row.values())], outcomes[tuple(after.values())]
                turns = turns or before_grade != after_grade
                if is_better(fact, row[fact.code], value) and before_grade.rank is not None and after_grade.rank is not None:
                    falls = falls or after_grade < before_grade
        assert (fact.code in dead) == (not turns)
        assert (fact.code in worse) == falls


def is_better(fact, before, after):
    if isinstance(fact, YesNo):
        return fact.favourable is not None and after is fact.favourable and before is not after
    if fact.higher_is_better is None or before == after:
        return False
    return (after > before) == fact.higher_is_better


@given(SMALL)
def test_the_table_is_the_regulation(regulation):
    """Each complete case fits exactly one line, with the grade of the plain evaluation."""
    table = sc.judging.decision_table(regulation)
    for row in completions(regulation.ladder, {}):
        assert table.look_up(row) == outcome(regulation.ladder, row)
        fitting = [
            line
            for line in table.rows
            if all(cell is None or fits(cell, column, row) for cell, column in zip(line.cells, table.columns, strict=True))
        ]
        assert len(fitting) == 1


def fits(cell: TableCell, column, row):
    if isinstance(column, str):
        return row[column] is cell.answer
    total = column.constant + sum(term.weight * row[term.code] for term in column.terms)
    above = cell.least is None or total > cell.least or (cell.least_included and total == cell.least)
    return above and (cell.most is None or total < cell.most or (cell.most_included and total == cell.most))


@given(st.data())
def test_pasted_examples_run(data):
    """The test that a finding offers passes on the regulation as it is."""
    regulation = data.draw(SMALL)
    for finding in sc.check_regulation(regulation):
        if finding.example:
            from fractions import Fraction

            scope = {"sc": sc, "regulation": regulation, "Fraction": Fraction}
            exec(finding.test(), scope)
            scope[f"test_{finding.kind.value}"]()
