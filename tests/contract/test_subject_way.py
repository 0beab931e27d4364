"""How far a subject goes."""

from contract.subject_way import MOST_MODULES, modules_entered


def test_a_subject_enters_no_more_modules_than_said():
    """From a roster to a page, by a plan that is checked: the goal is not reached, and it does not get further away."""
    entered = modules_entered()

    assert len(entered) <= MOST_MODULES
    assert {"rotation/planning.py", "rotation/check/plan.py", "rendering/writers/html.py"} <= {*entered}
