"""The whole journey of one firm on sample data, from an empty folder to accepted filings; no Qt, no arguments."""
