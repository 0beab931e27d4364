"""How far a fact goes, and how often it is looked at on its way."""

from contract.fact_way import BEFORE, MOST_MODULES, MOST_VALIDATIONS, modules_entered, validations


def test_a_fact_enters_few_modules():
    """From ``gather`` to ``to_html``: fewer than the goal, and far fewer than before."""
    entered = modules_entered()

    assert len(entered) <= MOST_MODULES < BEFORE
    assert "evidence/dossiers.py" in entered
    assert "rendering/writers/html.py" in entered


def test_a_fact_is_validated_once():
    """Whichever way the evidence takes, the short or the explained one."""
    for with_rating in (False, True):
        counts = validations(with_rating=with_rating)
        assert max(counts.values(), default=0) <= MOST_VALIDATIONS
    assert counts["civic.standing"] == 1
