"""How it looks: the window and the command line. May import ``forms`` and ``sync``; nothing imports this package."""
