"""The library in a Django project: documents in columns, adopted answers with receipts, an admin page that checks again."""
