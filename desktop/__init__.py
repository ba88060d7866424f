"""How it looks: the window and the command line."""
