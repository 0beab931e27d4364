"""A sample of the campaign on audit rules: terms, times off and the fewest moves, against a peer."""

from fuzzing.terms import run


def test_terms_and_times_off_are_kept_where_they_can_be():
    """Three firms under each rule, thirty years: terms and gaps as the rule says, and the fewest returns and broken terms."""
    met = run(3, seed=7)

    assert all(found["plans"] > 60 for found in met.values())
    assert sum(found["terms cut short"] for found in met.values()) > 0
    assert sum(found["moves that the rule asks for"] for found in met.values()) > 60
