"""What the library says inside faults, phrase by phrase in both languages; programs read the English, people either."""
