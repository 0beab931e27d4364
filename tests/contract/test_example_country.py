"""A country in parallel: the same results in one process and in several, at a small size."""

import re
from collections import Counter
from functools import partial

import pytest

pytest.importorskip("dask", reason="the examples' packages are not installed: pip install '.[examples]'")

import attrs

import country_killers
import supervision_core as sc
from country.__main__ import A_TASK, WorkersKeepDying, in_one_process, in_parallel, main
from country.invention import COMMUNES, OFFICIALS, Country, invented
from country.work import POLICY, canonical, country_counts, country_digest, full_results

SMALL = Country(communes=24, officials=1_440)


def test_in_parallel_as_in_one_process():
    """Two processes give byte for byte what one gives."""
    alone = in_one_process(SMALL)
    together = in_parallel(SMALL, workers=2)

    assert [one.digest for one in alone] == [one.digest for one in together]
    assert country_digest(alone) == country_digest(reversed(together))


@pytest.mark.parametrize("country", [SMALL, Country(), Country(communes=3, officials=4), Country(communes=1, officials=0)])
def test_every_official_lives_in_one_commune(country):
    """The communes' officials, one commune after the other, are all officials of the country."""
    edges = [country.officials_of(commune) for commune in range(country.communes)]

    assert edges[0].start == 0
    assert edges[-1].stop == country.officials
    assert all(one.stop == following.start for one, following in zip(edges, edges[1:], strict=False))


def test_the_full_country():
    """Without being asked for less, it has every commune and two million officials, in communes of different sizes."""
    sizes = [len(Country().officials_of(commune)) for commune in range(COMMUNES)]

    assert (COMMUNES, OFFICIALS, sum(sizes)) == (3_321, 2_000_000, 2_000_000)
    assert min(sizes) > 0
    assert len(Counter(sizes)) > 100


def test_a_commune_needs_no_other():
    """A commune is made from its number alone, whatever was made before."""
    (last,) = full_results(SMALL, [23])
    for commune in range(3):
        invented(SMALL, commune)

    assert canonical(full_results(SMALL, [23])[0]) == canonical(last)
    assert canonical(full_results(SMALL, [22])[0]) != canonical(last)


def test_planned_together_as_alone():
    """Communes that are planned together come out as each does alone by ``plan_year``, its draw scoped by its own code."""
    together = full_results(SMALL, range(6))
    assert any("assignments" in one for one in together)
    for commune, full in enumerate(together):
        here = invented(SMALL, commune)
        draw = attrs.evolve(POLICY.tie_break, scope=f"{commune:05}")
        answer = sc.plan_year(here.roster, year=2026, history=here.history, policy=attrs.evolve(POLICY, tie_break=draw))
        assert full.get("assignments") == (dict(answer.assignments) if isinstance(answer, sc.Plan) else None)
    assert [canonical(one) for one in together] == [canonical(full_results(SMALL, [commune])[0]) for commune in range(6)]


def test_everybody_is_judged_and_every_commune_answered():
    """The counts add up: grades to officials, plans and certificates to communes."""
    counts = country_counts(in_one_process(SMALL))

    assert counts.get("planned", 0) + counts.get("impossible", 0) == SMALL.communes
    assert sum(count for what, count in counts.items() if what not in {"planned", "impossible"}) == SMALL.officials


def test_an_impossible_commune_has_its_certificate():
    """Where three lead units have too little room there is no plan, and the result says why and what would help."""
    impossible = [full for full in full_results(Country(communes=400, officials=24_000), range(400)) if "impossible" in full]

    assert impossible
    assert all(str(full["impossible"]).strip() and full["repairs"] for full in impossible)


def test_the_one_line(capsys):
    """The command reports time, memory and digest, compares, and succeeds."""
    assert main(["--communes", "9", "--officials", "180", "--workers", "2"]) == 0

    printed = capsys.readouterr()
    assert "180 officials in 9 communes, 2 processes" in printed.out
    assert re.search(r"\d\.\d s of the processor here, \d+\.\d s in the workers", printed.out)
    assert re.search(r"one process: .* s of the processor\n   digest [0-9a-f]{64}", printed.out)
    assert printed.out.rstrip().endswith("equal byte for byte")
    assert "100% Completed" in printed.err


def test_a_difference_is_told(monkeypatch, capsys):
    """When the two ways differ, the command says so and fails."""
    monkeypatch.setattr("country.__main__.in_one_process", lambda _: [])

    assert main(["--communes", "2", "--officials", "40", "--workers", "1"]) == 1
    assert capsys.readouterr().out.rstrip().endswith("DIFFERENT")


def test_without_the_comparison(monkeypatch, capsys):
    """Asked for no comparison, it makes none."""
    monkeypatch.setattr("country.__main__.in_one_process", None)

    assert main(["--communes", "2", "--officials", "40", "--workers", "1", "--no-comparison"]) == 0
    assert "digest" in capsys.readouterr().out


def test_a_process_that_dies_loses_nothing_that_was_done(tmp_path, capsys):
    """One process is killed in the middle: the result is the same, and no task that came back is done again."""
    together = in_parallel(SMALL, workers=1, work=partial(country_killers.dies_once, str(tmp_path), 2 * A_TASK + 3))

    begun = Counter(int(path.name.partition("-")[0]) for path in tmp_path.glob("*-begun-*"))
    assert together == in_one_process(SMALL)
    assert {commune for commune, times in begun.items() if times > 1} == set(range(2 * A_TASK, 2 * A_TASK + 4))
    assert capsys.readouterr().err.count("a process died; ") == 1


def test_a_commune_that_always_kills_its_process_is_named(tmp_path):
    """The other tasks are done, and the error names the communes that are left; it does not go on for ever."""
    with pytest.raises(WorkersKeepDying) as said:
        in_parallel(SMALL, workers=1, work=partial(country_killers.always_dies, str(tmp_path), 3))

    assert said.value.communes == tuple(range(A_TASK))
    assert len({path.name.partition("-")[0] for path in tmp_path.glob("*-begun-*")}) == SMALL.communes - A_TASK + 4


@pytest.mark.parametrize(
    "options", [["--communes", "0"], ["--communes", "-3"], ["--officials", "-1"], ["--officials", "many"], ["--workers", "0"], ["--workers", "1.5"], ["--workers", "65"], ["--workers", "²"]]
)  # fmt: skip
def test_nonsense_options_are_named(options, capsys):
    """An option that makes no sense is refused before anything starts, with its name and what was said."""
    with pytest.raises(SystemExit) as refused:
        main(options)

    said = capsys.readouterr().err
    assert refused.value.code == 2
    assert f"argument {options[0]}: " in said
    assert options[1] in said


def test_processes_that_keep_dying_are_said_in_one_line(monkeypatch, capsys):
    """The command ends with what is left to do and a way out, and without a traceback."""
    monkeypatch.setattr("country.__main__.in_parallel", lambda *_, **__: (_ for _ in ()).throw(WorkersKeepDying([4, 5])))

    assert main(["--communes", "9", "--workers", "1"]) == 2
    assert capsys.readouterr().err.splitlines() == ["processes died twice over 2 communes, the first of them 4, 5; all others were done"]


@pytest.mark.parametrize("size", [{"communes": 0}, {"officials": -1}])
def test_a_country_of_no_size_is_none(size):
    """A country has at least one commune, and no fewer than no officials."""
    with pytest.raises(ValueError, match="must be >="):
        Country(**size)
