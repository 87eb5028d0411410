"""What a prompt that names objects says of where they stand: things, beside, before, on and under one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

MOST_THINGS = 6
"""Objects of one prompt: each has the fewer voxels and pixels the more there are."""
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6}
GREAT, SMALL = 1.6, 0.6
SIZES = {
    **dict.fromkeys(("big", "large", "great", "tall"), GREAT),
    **dict.fromkeys(("huge", "giant", "gigantic", "enormous"), GREAT**2),
    **dict.fromkeys(("small", "little", "mini", "short"), SMALL),
    **dict.fromkeys(("tiny", "miniature"), SMALL**2),
}
"""How many times its usual size an object is. Of an object alone it says nothing: results fill the frame."""

Where = Literal["beside", "right", "before", "behind", "on", "under", "holding"]
RELATIONS: dict[str, Where] = {
    **dict.fromkeys(("on", "upon", "atop", "in", "inside", "into", "over", "above", "on top of", "riding"), "on"),
    **dict.fromkeys(("under", "underneath", "beneath", "below"), "under"),
    **dict.fromkeys(("beside", "by", "near", "next to", "with", "and", "plus", ","), "beside"),
    **dict.fromkeys(("left of", "to the left of", "on the left of"), "beside"),
    **dict.fromkeys(("right of", "to the right of", "on the right of"), "right"),
    **dict.fromkeys(("before", "in front of"), "before"),
    "behind": "behind",
    "of": "holding",
}
"""What stands between two objects, and where it puts the first."""


@dataclass(frozen=True)
class Thing:
    """One object."""

    noun: str
    adjectives: tuple[str, ...] = ()
    """Its own colours and materials, canonical."""
    size: float = 1.0
    """Times its usual size."""

    @property
    def words(self) -> tuple[str, ...]:
        """The noun, then its adjectives."""
        return (self.noun, *self.adjectives)


@dataclass(frozen=True)
class Group:
    """Several scenes, placed by one rule.

    `beside`: in a row along +x, on the ground. `before`: in a row away from the viewer, along -z. `on`: the first rests
    on the second. `under`: the first stands on the ground below the second.
    """

    how: Literal["beside", "before", "on", "under"]
    parts: tuple[Scene, ...]


Scene = Thing | Group


def things(scene: Scene) -> Iterator[Thing]:
    """The objects of a scene, in the order of its parts."""
    if isinstance(scene, Thing):
        yield scene
    else:
        for part in scene.parts:
            yield from things(part)


def described(scene: Scene) -> str:
    """A scene in words: "(cat beside dog) on sofa"."""
    if isinstance(scene, Thing):
        return " ".join((*scene.adjectives, scene.noun))
    word = "in front of" if scene.how == "before" else scene.how
    parts = [described(part) if isinstance(part, Thing) else f"({described(part)})" for part in scene.parts]
    return f" {word} ".join(parts)


def row(parts: tuple[Scene, ...]) -> Scene:
    """Parts beside one another; one alone is itself."""
    return parts[0] if len(parts) == 1 else Group("beside", parts)


@dataclass
class SceneReader:
    """Puts a scene together, word by word, from left to right.

    Adjectives, counts and sizes belong to the next object, or to the last where none follows. What is beside one
    another goes on or under the next together ("a cat and a dog on a sofa").
    """

    count: int = 0
    """Objects so far."""
    _done: tuple[Scene, ...] = ()
    _adjectives: list[str] = field(default_factory=list)
    _copies: int = 1
    _size: float = 1.0
    _where: Where = "beside"

    def adjective(self, word: str) -> None:
        """A colour or material."""
        self._adjectives.append(word)

    def modifier(self, word: str) -> bool:
        """A count or a size; False where the word is neither."""
        self._copies = COUNTS.get(word, self._copies)
        self._size = SIZES.get(word, self._size)
        return word in COUNTS or word in SIZES

    def relation(self, words: str) -> bool:
        """Whether these words say where something stands. Before the first object they say nothing."""
        if words in RELATIONS and self._done:
            self._where = RELATIONS[words]
        return words in RELATIONS

    def noun(self, word: str) -> bool:
        """An object; False, and nothing is added, where there would be too many."""
        # What is many by its name ("sneakers", "grapes") is not counted.
        copies = 1 if word.endswith("s") and not word.endswith(("ss", "us")) else self._copies
        if self.count + copies > MOST_THINGS:
            return False
        self.count += copies
        new: Scene = row((Thing(word, tuple(self._adjectives), self._size),) * copies)
        self._adjectives, self._copies, self._size = [], 1, 1.0
        where, self._where = self._where, "beside"
        if not self._done:
            self._done = (new,)
        elif where == "beside":
            self._done = (*self._done, new)
        elif where == "right":
            self._done = (new, *self._done)
        else:
            old = row(self._done)
            how: Literal["before", "on", "under"] = (
                "before" if where in ("before", "behind") else "under" if where == "under" else "on"
            )
            self._done = (Group(how, (new, old) if where in ("behind", "holding") else (old, new)),)
        return True

    def scene(self) -> Scene | None:
        """What was read; None where no object was named."""
        if not self._done:
            return None
        *before, last = self._done
        return row((*before, _told(last, tuple(self._adjectives))))


def _told(scene: Scene, adjectives: tuple[str, ...]) -> Scene:
    """The scene whose last object has these adjectives too."""
    if not adjectives:
        return scene
    if isinstance(scene, Thing):
        return Thing(scene.noun, (*scene.adjectives, *adjectives), scene.size)
    return Group(scene.how, (*scene.parts[:-1], _told(scene.parts[-1], adjectives)))
