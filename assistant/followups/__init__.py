"""Questions that only the conversation completes: "còn Thanh Hóa thì sao?", "ai ký?"."""

from assistant.followups.completing import Completion, complete
from assistant.followups.rewriting import ModelRewriter

__all__ = ["Completion", "ModelRewriter", "complete"]
