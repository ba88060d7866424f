"""Item models over the Book: what a view shows, read page by page from SQLite."""
