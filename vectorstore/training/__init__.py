"""How the bundled embedding model is made: ``python -m vectorstore.training``; nothing at run time imports this."""
