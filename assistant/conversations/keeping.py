"""Conversations in the catalogue: kept turn by turn, listed, searched, renamed, deleted and brought back."""

import json
import sqlite3
import uuid
from collections.abc import Sequence

from assistant.conversations.records import Conversation, Feedback, FeedbackReason, JudgedTurn, KeptTurn, NewTurn
from assistant.conversations.turn_json import read_turn, turn_json
from assistant.errors import UnknownConversationError
from ingest.text.folding import fold
from vectorstore.catalogue import now_iso
from vectorstore.database import Database

TITLE_CHARS = 80
"""A title made of the first question is cut here, at a word."""
NOTE_CHARS = 2_000


class Conversations:
    """Rows of conversations and their turns; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, conversation_id: str, turns: Sequence[tuple[int, NewTurn]]) -> tuple[str, list[int]]:
        """Keep turns at their places (0-based); the same question asked again there is replaced with its judgement.

        Another question there was asked in another window of the browser: it stays, and the new one follows at the end.

        :param conversation_id: Empty, or one that is not there: a new conversation is begun. A deleted one comes back.
        :returns: The id, and the ids of the turns in order.
        """
        now = now_iso()
        with self._database.writing() as connection:
            known = connection.execute(
                "SELECT 1 FROM conversations WHERE conversation_id = ?", (conversation_id,)
            ).fetchone()
            if known is None:
                conversation_id = uuid.uuid4().hex[:16]
                title = title_of(turns[0][1].question) if turns else ""
                connection.execute(
                    "INSERT INTO conversations (conversation_id, title, folded_title, created_at, updated_at)"
                    " VALUES (?, ?, ?, ?, ?)",
                    (conversation_id, title, fold(title), now, now),
                )
            ids = []
            for wanted, turn in turns:
                place = _place_for(connection, conversation_id, wanted, turn)
                connection.execute(
                    "DELETE FROM turns WHERE conversation_id = ? AND place = ?", (conversation_id, place)
                )
                cursor = connection.execute(
                    "INSERT INTO turns (conversation_id, place, at, question, completed, answer, mode, body, folded)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (conversation_id, place, now, *_columns(turn)),
                )
                ids.append(int(cursor.lastrowid or 0))
            connection.execute(
                "UPDATE conversations SET updated_at = ?, deleted_at = NULL WHERE conversation_id = ?",
                (now, conversation_id),
            )
        return conversation_id, ids

    def listed(self, search: str = "", *, limit: int = 50) -> list[Conversation]:
        """Conversations that are not deleted, the last one first; words of titles, questions and answers are found.

        Accents and case are ignored.
        """
        conditions, values = ["deleted_at IS NULL"], list[object]()
        for word in fold(search).split():
            conditions.append(
                "(instr(folded_title, ?) OR EXISTS (SELECT 1 FROM turns t"
                " WHERE t.conversation_id = c.conversation_id AND instr(t.folded, ?)))"
            )
            values += [word, word]
        with self._database.reading() as connection:
            rows = connection.execute(
                f"{_LISTED} WHERE {' AND '.join(conditions)} ORDER BY updated_at DESC, rowid DESC LIMIT ?",
                (*values, limit),
            )
            return [_conversation(row) for row in rows]

    def conversation(self, conversation_id: str) -> Conversation:
        """One of them, a deleted one too.

        :raises UnknownConversationError: no such conversation.
        """
        with self._database.reading() as connection:
            row = connection.execute(f"{_LISTED} WHERE conversation_id = ?", (conversation_id,)).fetchone()
        if row is None:
            raise UnknownConversationError(conversation_id=conversation_id)
        return _conversation(row)

    def turns(self, conversation_id: str) -> list[KeptTurn]:
        """The turns in order; none for an unknown conversation."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT turn_id, t.at, question, answer, body, good, reasons, note FROM turns t"
                " LEFT JOIN feedback USING (turn_id) WHERE conversation_id = ? ORDER BY place",
                (conversation_id,),
            )
            return [_turn(*row) for row in rows]

    def rename(self, conversation_id: str, title: str) -> str:
        """Give it another title, cut where it is too long; an empty one changes nothing. Returns the title.

        :raises UnknownConversationError: no such conversation.
        """
        title = title_of(title) or self.conversation(conversation_id).title
        self._change(
            conversation_id, "UPDATE conversations SET title = ?, folded_title = ? WHERE conversation_id = ?", title,
            fold(title),
        )  # fmt: skip
        return title

    def delete(self, conversation_id: str) -> None:
        """Take it off the list; ``restore`` undoes it.

        :raises UnknownConversationError: no such conversation.
        """
        self._change(conversation_id, "UPDATE conversations SET deleted_at = ? WHERE conversation_id = ?", now_iso())

    def restore(self, conversation_id: str) -> None:
        """Undo delete.

        :raises UnknownConversationError: no such conversation.
        """
        self._change(conversation_id, "UPDATE conversations SET deleted_at = NULL WHERE conversation_id = ?")

    def judge(self, turn_id: int, feedback: Feedback | None) -> None:
        """Keep a judgement of a turn in place of an earlier one; None takes it back. An unknown turn is ignored."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM feedback WHERE turn_id = ?", (turn_id,))
            if feedback is not None:
                reasons = json.dumps([reason.value for reason in feedback.reasons])
                connection.execute(
                    "INSERT INTO feedback SELECT turn_id, ?, ?, ?, ? FROM turns WHERE turn_id = ?",
                    (int(feedback.good), reasons, feedback.note.strip()[:NOTE_CHARS], now_iso(), turn_id),
                )

    def judged(self) -> list[JudgedTurn]:
        """Every judgement, newest first, those of deleted conversations included."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT turn_id, conversation_id, title, f.at, good, reasons, note, question, completed, answer, mode,"
                " body FROM feedback f JOIN turns USING (turn_id) JOIN conversations USING (conversation_id)"
                " ORDER BY f.at DESC, turn_id DESC"
            )
            return [_judged(*row) for row in rows]

    def _change(self, conversation_id: str, statement: str, *values: str) -> None:
        with self._database.writing() as connection:
            changed = connection.execute(statement, (*values, conversation_id)).rowcount
        if not changed:
            raise UnknownConversationError(conversation_id=conversation_id)


_LISTED = (
    "SELECT conversation_id, title, created_at, updated_at,"
    " (SELECT count(*) FROM turns t WHERE t.conversation_id = c.conversation_id), deleted_at IS NOT NULL"
    " FROM conversations c"
)


def title_of(text: str) -> str:
    """Text as a title: one line, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= TITLE_CHARS:
        return line
    return line[: TITLE_CHARS - 1].rsplit(" ", 1)[0] + "…"


def _place_for(connection: sqlite3.Connection, conversation_id: str, place: int, turn: NewTurn) -> int:
    """The place wanted, unless another question stands there: then the one after the last."""
    there = connection.execute(
        "SELECT question FROM turns WHERE conversation_id = ? AND place = ?", (conversation_id, place)
    ).fetchone()
    if there is None or there[0] == turn.question:
        return place
    (last,) = connection.execute(
        "SELECT max(place) FROM turns WHERE conversation_id = ?", (conversation_id,)
    ).fetchone()
    return int(last) + 1


def _columns(turn: NewTurn) -> tuple[str, str, str, str, str, str]:
    """Question, completed question, answer, mode, body and what a search looks at."""
    answer = turn.answer
    completed = (answer.completed_question if answer is not None else None) or ""
    text = answer.text if answer is not None else ""
    mode = answer.mode.value if answer is not None else ""
    return turn.question, completed, text, mode, turn_json(turn), fold(f"{turn.question}\n{completed}\n{text}")


def _conversation(row: tuple[str, str, str, str, int, int]) -> Conversation:
    return Conversation(*row[:5], deleted=bool(row[5]))


def _turn(
    turn_id: int, at: str, question: str, answer: str, body: str, *judgement: object
) -> KeptTurn:  # fmt: skip
    turn = read_turn(body, question, answer)
    return KeptTurn(
        turn_id, at, turn.question, turn.answer, turn.problem, turn.filters_text, turn.asked, turn.ignored,
        _feedback(*judgement),
    )  # fmt: skip


def _feedback(good: object, reasons: object, note: object) -> Feedback | None:
    if good is None:
        return None
    known = set(FeedbackReason)
    return Feedback(
        bool(good), tuple(FeedbackReason(one) for one in json.loads(str(reasons)) if one in known), str(note)
    )


def _judged(turn_id: int, conversation_id: str, title: str, at: str, good: int, *rest: str) -> JudgedTurn:
    reasons, note, question, completed, answer, mode, body = rest
    turn = read_turn(body, question, answer)
    sources = dict.fromkeys(citation.source for citation in turn.answer.citations) if turn.answer else {}
    feedback = _feedback(good, reasons, note)
    assert feedback is not None
    return JudgedTurn(turn_id, conversation_id, title, at, feedback, question, completed, answer, mode, tuple(sources))
