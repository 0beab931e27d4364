"""Hypothesis calls ``register`` when it is imported; the strategies load when a type is first asked for."""

from __future__ import annotations

__all__ = ["register"]


def register() -> None:
    """Let ``hypothesis.strategies.from_type`` know the library's types."""
    from hypothesis import strategies as st  # noqa: PLC0415  only Hypothesis calls this

    import supervision_core as sc  # noqa: PLC0415

    def lazily(name: str) -> st.SearchStrategy[object]:
        def build() -> st.SearchStrategy[object]:
            from supervision_core import strategies  # noqa: PLC0415

            return getattr(strategies, name)()  # type: ignore[no-any-return]

        return st.deferred(build)

    for kind, name in (
        ("Facts", "facts"),
        ("Assessment", "assessments"),
        ("Regulation", "regulations"),
        ("Roster", "rosters"),
        ("History", "histories"),
        ("RotationPolicy", "policies"),
        ("Plan", "plans"),
        ("Label", "labels"),
        ("Frequency", "frequencies"),
        ("Obligation", "obligations"),
        ("Event", "events"),
        ("Compliance", "compliances"),
        ("Tally", "tallies"),
        ("PublishedTally", "published_tallies"),
        ("SupervisionTurn", "turns"),
        ("Matter", "matters"),
        ("DelegationSession", "sessions"),
        ("Review", "reviews"),
        ("Dossier", "dossiers"),
        ("Feedback", "feedback"),
        ("Rating", "ratings"),
        ("Registration", "registrations"),
        ("WeighingPolicy", "weighing_policies"),
    ):
        st.register_type_strategy(getattr(sc, kind), lazily(name))
