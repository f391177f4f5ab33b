"""Settings, addresses and the server's entry points: where everything is joined."""
