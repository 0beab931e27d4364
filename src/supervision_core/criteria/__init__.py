"""A rule as data: nothing here knows about officials, and nothing about law."""
