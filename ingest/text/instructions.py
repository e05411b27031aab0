"""Text that gives orders to a language model instead of telling something to a person (linguistic table).

Planted in a document it would speak to the model that reads the document as evidence. It is kept and shown as what
stands on the page, flagged, and never sent to a model. Ordinary papers give orders to people all the time; what is
recognised here speaks of earlier instructions, of prompts and roles, or imitates the marks of a conversation.
"""

import re
from collections.abc import Iterator

from ingest.text.folding import fold
from ingest.text.sentences import split_sentences

_TOLD = r"(?:huong dan|chi dan|chi thi|menh lenh|lenh|quy tac|yeu cau|loi nhac|prompt|cau lenh|noi dung)"
_EARLIER = (
    r"(?:truoc(?! ngay)|phia tren|o tren|ben tren|tren day|ban dau|he thong|da (?:cho|duoc (?:cho|giao|dua))|cu\b)"
)
_MODEL = r"(?:tro ly(?: ao| ai)?|mo hinh(?: ngon ngu)?|chatbot|chat bot|gpt|chatgpt|llm|robot)"
_IGNORE = (
    r"(?:bo qua|phot lo|lo di|quen di|quen het|hay quen|dung (?:tuan theo|lam theo|de y)|"
    r"khong (?:can )?(?:tuan theo|lam theo))"
)
_ANY_MODEL = ("tro ly", "mo hinh", "chatbot", "chat bot", "gpt", "llm", "robot")
_ANY_IGNORE = ("bo qua", "phot lo", "lo di", "quen di", "quen het", "hay quen", "tuan theo", "lam theo", "dung de y")
_VIETNAMESE = (
    (_ANY_IGNORE, rf"\b{_IGNORE}\s(?:\w+\s){{0,4}}?{_TOLD}\b(?:\s\w+){{0,3}}?\s{_EARLIER}"),
    (
        _ANY_IGNORE,
        rf"\b{_IGNORE}\s(?:tat ca|moi|toan bo)\s(?:\w+\s){{0,3}}?(?:{_TOLD}|tai lieu|van ban|"
        rf"dieu) (?:\w+\s){{0,2}}?(?:tren|truoc)\b",
    ),
    (
        ("tu bay gio", "tu gio", "tu nay tro di"),
        rf"\b(?:tu (?:bay gio|gio|nay tro di)),? (?:ban|may|{_MODEL}) (?:la|se|phai|hay|khong)\b",
    ),
    (_ANY_MODEL, rf"\bban (?:bay gio |hien )?(?:la|dang la) (?:mot )?{_MODEL}\b"),
    (
        ("dong vai ",),
        r"\b(?:hay )?dong vai (?:mot |la )?(?:tro ly|chuyen gia|hacker|he thong|nguoi khong|ai|quan tri)\b",
    ),
    (
        ("prompt", " he thong"),
        r"\b(?:tiet lo|in ra|hien thi|cho biet|nhac lai|lap lai|doc lai|viet ra)\s(?:\w+\s){0,4}?"
        r"(?:prompt|loi nhac he thong|huong dan he thong|chi dan he thong|thong diep he thong|cau lenh he thong)\b",
    ),
    (
        _ANY_MODEL,
        rf"\b(?:luu y|chi dan|huong dan|lenh|thong bao|ghi chu|yeu cau)(?: quan trong)? (?:cho|danh cho|gui|toi|"
        rf"den) (?:cac )?{_MODEL}\b",
    ),
    (
        _ANY_MODEL,
        rf"(?:^|[.!?:;\n\"“(]\s*)(?:nay |hoi )?{_MODEL}[,:]? (?:hay|phai|can|vui long|dung|khong duoc|bat buoc)\b",
    ),
    (
        ("tra loi", "duoc hoi", "tom tat"),
        r"\b(?:khi|neu) (?:\w+\s){0,6}?(?:tra loi|duoc hoi|tom tat)\b.{0,60}\b(?:luon|chi|phai|hay|dung) "
        r"(?:tra loi|noi|viet|khang dinh|ghi) (?:rang|la|dung|nguyen van|cau)\b",
    ),
    (
        ("chi tra loi", "chi viet", "chi in"),
        r"\bchi (?:tra loi|viet|in)(?: lai)? (?:dung|duy nhat|mot tu|mot cau)\b",
    ),
)
"""Signs, each with words of which it holds at least one: the others are not tried."""
_ENGLISH = (
    (
        ("ignore", "disregard", "forget", "override", "bypass"),
        r"\b(?:ignore|disregard|forget|override|bypass)\s(?:\w+\s){0,4}?(?:previous|prior|above|earlier|preceding|"
        r"system|all|your)\s"
        r"(?:\w+\s){0,3}?(?:instructions?|prompts?|rules?|messages?|context|directions?|guidelines?|commands?)\b",
    ),
    (("you are ",), r"\byou are (?:now|no longer) (?:a|an|in|the|my|bound|allowed|dan)\b"),
    (
        ("act ", "behave ", "respond ", "answer "),
        r"\b(?:act|behave|respond|answer) (?:as|like) (?:a|an|if you)\b.{0,60}\b(?:ai|assistant|model|bot|"
        r"no restrictions|unrestricted)\b",
    ),
    (
        ("prompt", "instructions"),
        r"\b(?:reveal|print|show|repeat|output|leak|display)\s(?:\w+\s){0,4}?(?:system prompt|hidden prompt|"
        r"initial prompt|instructions)\b",
    ),
    (
        ("system prompt", "developer message", "jailbreak", "prompt injection"),
        r"\b(?:system prompt|developer message|jailbreak|prompt injection)\b",
    ),
    (
        ("dear ", "attention ", "note to ", "instruction"),
        r"\b(?:dear|attention|note to|instructions? (?:for|to)) (?:the )?(?:ai|assistant|llm|language model|chatbot|"
        r"gpt|model)\b",
    ),
    (("instruction",), r"\bnew (?:system )?instructions?\s?:"),
    (
        ("do not ",),
        r"\bdo not (?:mention|tell|reveal|disclose|cite)\b.{0,60}\b(?:user|prompt|instruction|document)s?\b",
    ),
)
_MARKS = (
    (
        ("<",),
        r"<\|?\s?/?(?:im_start|im_end|system|assistant|endoftext|eot_id|start_header_id|end_header_id|"
        r"begin_of_text)\s?\|?>",
    ),
    (
        ("[", "<"),
        r"\[/?inst\]|<<\s?/?sys\s?>>|</?(?:doan|tai_lieu|evidence|instructions?|prompt)\b[^>]{0,80}>",
    ),
    (("##",), r"^\s*#{2,}\s?(?:system|instructions?|assistant|user|human|response)\b\s*:?\s*$"),
    (("system", "assistant", "human", "user"), r"^\s*(?:system|assistant|human|user)\s?:\s"),
    (("prompt", "instructions"), r"\b(?:begin|end) (?:of )?(?:system )?(?:prompt|instructions)\b"),
)
_SIGNS = (
    *((words, re.compile(one, re.DOTALL)) for words, one in (*_VIETNAMESE, *_ENGLISH)),
    *((words, re.compile(one, re.MULTILINE)) for words, one in _MARKS),
)
_SPACES = re.compile(r"[^\S\n]+")
_ODD_SPACE = re.compile(r"[^\S\n ]")
_AI = re.compile(r"\bAI\b")
"""In capitals only: folded it is the word for "who"."""
_HINTS: tuple[str, ...] = (
    "bo qua", "phot lo", "lo di", "quen di", "quen het", "hay quen", "tuan theo", "lam theo", "de y", "tro ly",
    "mo hinh",
    "chatbot", "chat bot", "gpt", "llm", "robot", "prompt", "loi nhac", "n he thong", "p he thong", "h he thong",
    "dong vai",
    "duoc hoi", "tom tat", "tra loi rang", "tra loi dung", "tra loi la", "tra loi duy", "chi viet", "chi in", "ignore",
    "disregard", "forget", "override", "bypass", "you are", "act as", "act like", "behave", "respond", "answer",
    "system",
    "assistant", "jailbreak", "instruction", "do not", "developer", "user:", "user :", "human", "response", "<|",
    "[inst",
    "[/inst", "<<", "<doan", "</doan", "tai_lieu", "evidence",
)  # fmt: skip
"""One of these stands near every sign; the patterns are tried only there, at a tenth of the cost."""
_BEFORE, _AFTER = 90, 200


def is_instruction_like(text: str) -> bool:
    """Whether a sentence or paragraph (NFC, cleaned) speaks to a language model."""
    folded = fold(_AI.sub("GPT", text) if "AI" in text else text)
    # printable: no white space but blanks; ten times as fast as looking for any
    if "  " in folded or not (folded.replace("\n", " ").isprintable() or _ODD_SPACE.search(folded) is None):
        folded = _SPACES.sub(" ", folded)
    return any(_has_sign(folded[max(0, at - _BEFORE) : at + _AFTER]) for at in _hints(folded))


def _has_sign(near: str) -> bool:
    return any(any(word in near for word in words) and sign.search(near) for words, sign in _SIGNS)


def _hints(folded: str) -> Iterator[int]:
    for hint in _HINTS:
        at = folded.find(hint)
        while at >= 0:
            yield at
            at = folded.find(hint, at + len(hint))


def without_instructions(text: str) -> str:
    """The text, of the same length, with blanks in the place of every sentence that speaks to a language model."""
    if not is_instruction_like(text):
        return text
    spans = [(start, end) for start, end in split_sentences(text) if is_instruction_like(text[start:end])]
    spans = spans or [(0, len(text))]  # spread over several sentences: nothing of it can be trusted
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text if not is_instruction_like(text) else " " * len(text)
