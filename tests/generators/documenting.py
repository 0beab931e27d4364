"""Documents, sound and damaged, and receipts: generators that only this project's own tests need."""

from hypothesis import strategies as st

from supervision_core.serialization import Problem
from supervision_core.strategies.values import identifiers


def problems() -> st.SearchStrategy[Problem]:
    """Problems as ``InvalidDocument`` lists them."""
    return st.builds(Problem, st.sampled_from(["$", "$.subjects[0].id"]), identifiers(), identifiers())

