"""One document of each kind and version, kept for ever: what was written once stays readable."""
