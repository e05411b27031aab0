"""Conversations that stay: kept in the catalogue, found again, exported, judged."""
