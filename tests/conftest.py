"""Profiles for the property tests.

``HYPOTHESIS_PROFILE=deep`` runs each law on 100,000 examples (or ``DEEP_EXAMPLES``), ``long`` on 1,000; ``mutation`` on a few and ``mutation_again`` on as many as
``quick``, both unshrunk, as mutation testing needs it.
"""

import os

from hypothesis import HealthCheck, Phase, settings

import generators  # noqa: F401  it tells Hypothesis of the types that the shipped strategies leave out

settings.register_profile(
    "quick", max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
for name, examples in (("deep", int(os.environ.get("DEEP_EXAMPLES", "100000"))), ("long", 1_000)):
    settings.register_profile(name, max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])
for name, examples in (("mutation", 15), ("mutation_again", 80)):
    settings.register_profile(
        name,
        max_examples=examples,
        deadline=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
