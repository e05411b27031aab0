"""Prompts are Markdown files beside this module; ``load`` reads one and checks its variables."""

from prompts.loading import Message, Prompt, PromptError, load

__all__ = ["Message", "Prompt", "PromptError", "load"]
