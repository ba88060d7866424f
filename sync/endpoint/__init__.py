"""The reference provincial endpoint: `python -m sync.endpoint serve`."""
