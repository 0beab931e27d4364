"""Checkers that read question and answer afresh and never import what made the answer."""
