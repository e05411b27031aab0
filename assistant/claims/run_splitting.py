"""Cuts runs of a Word file at any letter, each piece keeping the run's formatting."""

import copy
from collections.abc import Sequence

from assistant.claims.word_text import BOX, PARAGRAPH, RUN, Element, Place

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PROPERTIES = RUN + "Pr"


class RunSplitter:
    """Remembers how each text element was cut, so that places of the uncut text stay valid."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self._pieces: dict[int, list[tuple[int, Element]]] = {number: [(0, one)] for number, one in enumerate(elements)}

    def run_from(self, place: Place) -> Element:
        """The run that begins with the letter at ``place``."""
        piece = self._cut(place)
        run = piece.getparent()
        first = next(child for child in run if child.tag != _PROPERTIES)
        return run if first is piece else _moved(run, piece)

    def run_to(self, place: Place) -> Element:
        """The run that ends with the letter at ``place``."""
        self._cut(Place(place.text, place.offset + 1))
        piece = self._piece(place)
        run = piece.getparent()
        after = piece.getnext()
        if after is not None:
            _moved(run, after)
        return run

    def _piece(self, place: Place) -> Element:
        return next(one for start, one in reversed(self._pieces[place.text]) if start <= place.offset)

    def _cut(self, place: Place) -> Element:
        """The piece that begins at a place; the text is cut there, unless it begins or ends there anyway."""
        pieces = self._pieces[place.text]
        index = max(number for number, (start, _) in enumerate(pieces) if start <= place.offset)
        start, piece = pieces[index]
        text, within = piece.text or "", place.offset - start
        if within == 0 or within >= len(text):
            return piece
        rest = copy.deepcopy(piece)
        piece.text, rest.text = text[:within], text[within:]
        for one in (piece, rest):
            one.set(_SPACE, "preserve")
        piece.addnext(rest)
        pieces.insert(index + 1, (place.offset, rest))
        return rest


def _moved(run: Element, first: Element) -> Element:
    """A new run behind this one, with ``first`` and what follows it."""
    made = run.makeelement(run.tag, dict(run.attrib), run.nsmap)
    properties = run.find(_PROPERTIES)
    moving = [first, *first.itersiblings()]
    if properties is not None:
        made.append(copy.deepcopy(properties))
    made.extend(moving)
    run.addnext(made)
    return made


def box_run(element: Element) -> Element | None:
    """The run a text box is anchored in, for text inside one; Word has no comments in text boxes."""
    box = next(element.iterancestors(BOX), None)
    if box is None:
        return None
    outer = next(box.iterancestors(RUN), None)
    return outer if outer is not None and next(outer.iterancestors(PARAGRAPH), None) is not None else None
