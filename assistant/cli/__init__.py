"""The command line: one skin over the services; see README, Command line."""
