"""How it travels: the outbox, the exchange with the province, and the reference endpoint."""
