"""A country in parallel: the same results in one process and in several, at a small size."""

from collections import Counter

import pytest

pytest.importorskip("dask.bag", reason="the examples' packages are not installed: pip install '.[examples]'")

from country.__main__ import in_one_process, in_parallel, main
from country.invention import COMMUNES, OFFICIALS, Country, invented
from country.work import canonical, country_counts, country_digest, full_result

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
    last = canonical(full_result(SMALL, 23))
    for commune in range(3):
        invented(SMALL, commune)

    assert canonical(full_result(SMALL, 23)) == last
    assert canonical(full_result(SMALL, 22)) != last


def test_everybody_is_judged_and_every_commune_answered():
    """The counts add up: grades to officials, plans and certificates to communes."""
    counts = country_counts(in_one_process(SMALL))

    assert counts.get("planned", 0) + counts.get("impossible", 0) == SMALL.communes
    assert sum(count for what, count in counts.items() if what not in {"planned", "impossible"}) == SMALL.officials


def test_an_impossible_commune_has_its_certificate():
    """Where three lead units have too little room there is no plan, and the result says why and what would help."""
    impossible = [full for commune in range(400) if "impossible" in (full := full_result(Country(communes=400, officials=24_000), commune))]

    assert impossible
    assert all(str(full["impossible"]).strip() and full["repairs"] for full in impossible)


def test_the_one_line(capsys):
    """The command reports time, memory and digest, compares, and succeeds."""
    assert main(["--communes", "9", "--officials", "180", "--workers", "2"]) == 0

    printed = capsys.readouterr()
    assert "180 officials in 9 communes, 2 processes" in printed.out
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
