"""Systems compared by ``tests.benchmarks.peers``, each with the defaults its own documentation shows."""
