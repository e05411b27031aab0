"""Questions that only the conversation completes: "còn Thanh Hóa thì sao?", "ai ký?"."""

from assistant.followups.completing import Completion, complete

__all__ = ["Completion", "complete"]
