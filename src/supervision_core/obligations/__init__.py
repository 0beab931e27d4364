"""A duty to do something so many times in each period, as data: nothing here knows who owes it."""
