"""What a report is: definitions, the Book, checks and filings; pure Python and SQLite."""
