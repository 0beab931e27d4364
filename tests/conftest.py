"""Profiles for the property tests: ``HYPOTHESIS_PROFILE=deep`` runs each law on 100,000 examples."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "quick", max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("deep", max_examples=100_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
