"""The pages of the window, each a QWidget that asks ``forms`` and ``sync`` and shows what they answer."""
