"""What a prompt that names objects says of where they stand: things, beside, before, on and under one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

MOST_THINGS = 6
"""Objects of one prompt: each has the fewer voxels and pixels the more there are."""
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6}
GREAT, SMALL = 1.6, 0.6
SIZES = {
    **dict.fromkeys(("big", "large", "great"), GREAT),
    **dict.fromkeys(("huge", "giant", "gigantic", "enormous"), GREAT**2),
    **dict.fromkeys(("small", "little", "mini"), SMALL),
    **dict.fromkeys(("tiny", "miniature"), SMALL**2),
}
"""How many times its usual size an object is. Of an object alone it says nothing: results fill the frame."""

SHAPE_WORDS = {
    **dict.fromkeys(("tall", "lanky"), "tall"),
    **dict.fromkeys(("short", "squat", "stubby"), "short"),
    **dict.fromkeys(("wide", "broad"), "wide"),
    "narrow": "narrow",
    **dict.fromkeys(("long", "elongated"), "long"),
    "thick": "thick",
    **dict.fromkeys(("fat", "chubby", "plump", "stout", "bulky"), "fat"),
    **dict.fromkeys(("thin", "slim", "slender", "skinny"), "thin"),
    **dict.fromkeys(("flat", "flattened"), "flat"),
    **dict.fromkeys(("round", "rounded"), "round"),
}
"""Words, and the change of shape that each asks for."""
SHAPES = tuple(dict.fromkeys(SHAPE_WORDS.values()))

Where = Literal["and", "with", "beside", "right", "before", "behind", "on", "under", "holding", "on it", "under it"]
RELATIONS: dict[str, Where] = {
    **dict.fromkeys(("on", "upon", "atop", "in", "inside", "into", "over", "above", "on top of"), "on"),
    **dict.fromkeys(("riding", "driving", "rowing", "sailing", "flying"), "on"),
    **dict.fromkeys(("on it", "on top", "on top of it", "in it", "inside it"), "on it"),
    **dict.fromkeys((f"on {whose} {part}" for whose in ("its", "his", "her") for part in ("head", "back")), "on it"),
    **dict.fromkeys(("under", "underneath", "beneath", "below"), "under"),
    **dict.fromkeys(("under it", "underneath it", "beneath it", "below it"), "under it"),
    **dict.fromkeys(("beside", "by", "near", "next to", "plus", "holding", "against"), "beside"),
    **dict.fromkeys(("and", ","), "and"),
    "with": "with",
    **dict.fromkeys(("left of", "to the left of", "on the left of"), "beside"),
    **dict.fromkeys(("right of", "to the right of", "on the right of"), "right"),
    **dict.fromkeys(("before", "in front of"), "before"),
    "behind": "behind",
    **dict.fromkeys(("of", "carrying", "wearing", "full of", "filled with"), "holding"),
}
"""What stands between two objects, and where it puts the first; "on it" puts the last one where it says instead."""
ANCHORED = {
    "wearing": "head",
    "riding": "back",
    **{f"on {whose} {part}": part for whose in ("its", "his", "her") for part in ("head", "back")},
}
"""Where on an object another goes by these words; see ``bozzetto.sds.word_pack.ANCHORS``."""
HEADWEAR = {
    "crown": (1.1, 0.15),
    "hat": (2.1, 0.35),
    "cap": (1.5, 0.4),
    "helmet": (1.45, 0.75),
    "headphones": (1.3, 0.7),
}
"""What is worn on the head, by the last word of its name: how broad it is, brims too, and how far the head goes into
it, in breadths of the head. Other clothes rest on who wears them."""
HOSTS = frozenset(
    ["table", "desk", "shelf", "tray", "plate", "cart", "sofa", "chair", "armchair", "bed", "bench", "stool"]
    + ["dresser", "cake", "bowl", "basket", "vase", "pot", "bucket", "cup", "mug", "box", "crate", "barrel"]
    + ["wheelbarrow", "rowboat"]
)
"""Last words of the names of what has other things on it, or in it, where it is "with" them."""


@dataclass(frozen=True)
class Thing:
    """One object."""

    noun: str
    adjectives: tuple[str, ...] = ()
    """Its own colours and materials, canonical."""
    size: float = 1.0
    """Times its usual size."""
    instance: int = 0
    """Which of the noun's objects."""
    looks: tuple[str, ...] = ()
    """Its colours, materials, states and patterns as they were said, by names of ``bozzetto.sds.looks``."""
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Parts of it that have looks of their own, and those."""
    shape: tuple[str, ...] = ()
    """Changes of its shape; see SHAPES."""

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
    at: str = ""
    """The anchor of the second on which the first rests (head, back); none where it rests as it can."""


Scene = Thing | Group


def things(scene: Scene) -> Iterator[Thing]:
    """The objects of a scene, in the order of its parts."""
    if isinstance(scene, Thing):
        yield scene
    else:
        for part in scene.parts:
            yield from things(part)


def changed(scene: Scene, change: Callable[[Thing], Thing]) -> Scene:
    """The scene with each of its objects changed."""
    if isinstance(scene, Thing):
        return change(scene)
    return replace(scene, parts=tuple(changed(part, change) for part in scene.parts))


def described(scene: Scene) -> str:
    """A scene in words: "(cat beside dog) on sofa"."""
    if isinstance(scene, Thing):
        return " ".join((*scene.shape, *(scene.looks or scene.adjectives), scene.noun))
    word = "in front of" if scene.how == "before" else f"on the {scene.at} of" if scene.at else scene.how
    parts = [described(part) if isinstance(part, Thing) else f"({described(part)})" for part in scene.parts]
    return f" {word} ".join(parts)


def row(parts: tuple[Scene, ...]) -> Scene:
    """Parts beside one another; one alone is itself."""
    return parts[0] if len(parts) == 1 else Group("beside", parts)


@dataclass
class SceneReader:
    """Puts a scene together, word by word, from left to right.

    Adjectives, counts and sizes belong to the next object, or to the last where none follows. What is beside one
    another goes on or under the next together ("a cat and a dog on a sofa"). "Of" fills what was named last; what a
    table is "with" stands on it.
    """

    count: int = 0
    """Objects so far."""
    parts: dict[str, str] = field(default_factory=dict)
    """Words that were not known and had adjectives of their own, which no object takes: legs -> red legs."""
    part_of: Callable[[str, str], str | None] = lambda noun, words: None
    """(noun, words) -> the part of it that they name."""
    _listing: bool = False
    """Whether the words after the last object name its parts."""
    _done: tuple[Scene, ...] = ()
    _last: Scene | None = None
    _held: Scene | None = None
    """What stands on a host, as long as more may come to it."""
    _with: bool = False
    """Whether the last object came "with" the one before."""
    _adjectives: list[str] = field(default_factory=list)
    _looks: list[str] = field(default_factory=list)
    _after_adjective: bool = False
    _stray: str | None = None
    """The word that took the adjectives and was not known."""
    _shape: tuple[str, ...] = ()
    _copies: int = 1
    _size: float = 1.0
    _where: Where = "beside"
    _at: str = ""
    """The anchor that the words after the last object name."""

    @property
    def several(self) -> bool:
        """Whether the next object is counted, as more than one."""
        return self._copies > 1

    def adjective(self, word: str) -> None:
        """A colour or material."""
        self._adjectives.append(word)
        self._after_adjective = True

    def look(self, name: str) -> None:
        """A colour, material, state or pattern of the next object."""
        self._looks.append(name)
        self._after_adjective = True

    def look_of_last(self, name: str) -> None:
        """The same of the object that was named last."""
        if self._last is not None:
            before = self._last
            self._last = changed(before, lambda thing: replace(thing, looks=(*thing.looks, name)))
            self._swap(before, self._last)

    def adjective_of_last(self, word: str) -> None:
        """A colour or material of the object that was named last ("a chair made of wood")."""
        if self._last is not None:
            changed = _with_adjectives(self._last, (word,))
            self._swap(self._last, changed)
            self._last = changed

    def modifier(self, word: str) -> bool:
        """A count or a size; False where the word is neither."""
        self._copies = COUNTS.get(word, self._copies)
        self._size = SIZES.get(word, self._size)
        return word in COUNTS or word in SIZES

    def shape(self, change: str) -> None:
        """A change of the next object's shape."""
        self._shape = (*self._shape, change) if change not in self._shape else self._shape

    def unknown(self, word: str) -> None:
        """A word that is not known: an adjective of the next object, or a part to which those before it belong."""
        if self._after_adjective:
            self._stray = word

    def part(self, words: str, is_object: bool) -> bool:
        """Whether words behind "with" name a part of the last object, which takes the looks before them.

        Args:
            is_object: whether they name a known object too, which they mean unless they have looks.
        """
        listed = self._where == "with" or (self._where == "and" and self._listing)
        if self._last is None or not listed or (is_object and not self._looks):
            return False
        noun = next(things(self._last)).noun
        name = self.part_of(noun, words)
        if name is None:
            return False
        if looks := tuple(dict.fromkeys(self._looks)):
            before = self._last
            self._last = changed(before, lambda thing: replace(thing, parts=(*thing.parts, (name, looks))))
            self._swap(before, self._last)
        self._adjectives, self._looks, self._copies, self._size = [], [], 1, 1.0
        self._after_adjective, self._stray, self._listing = False, None, True
        return True

    def _end_phrase(self) -> None:
        """Adjectives before a part that is not known ("red legs") are of no object that is."""
        if self._stray is not None and self._done:
            own = dict.fromkeys((*self._looks, *self._adjectives))
            self.parts[self._stray] = " ".join((*own, self._stray))
            self._adjectives, self._looks = [], []
        self._stray, self._after_adjective = None, False

    def relation(self, words: str) -> bool:
        """Whether these words say where something stands. Before the first object they say nothing."""
        if words not in RELATIONS:
            return False
        self._end_phrase()
        if not self._done:
            return True
        self._where, self._at = RELATIONS[words], ANCHORED.get(words, "")
        if self._where in ("on it", "under it"):
            how: Literal["on", "under"] = "on" if self._where == "on it" else "under"
            self._where = "beside" if self._with else how
            if self._with and self._held is None and len(self._done) > 1:
                self._done = (*self._done[:-2], Group(how, (self._done[-1], self._done[-2]), self._at))
        if self._where not in ("and", "holding"):
            self._held = None
        return True

    def noun(self, word: str) -> bool:
        """An object; False, and nothing is added, where there would be too many."""
        # What is many by its name ("sneakers", "grapes") is not counted.
        copies = 1 if word.endswith("s") and not word.endswith(("ss", "us")) else self._copies
        if self.count + copies > MOST_THINGS:
            return False
        self.count += copies
        thing = Thing(word, tuple(self._adjectives), self._size, looks=tuple(self._looks), shape=self._shape)
        new: Scene = row((thing,) * copies)
        self._adjectives, self._looks, self._copies, self._size, self._shape = [], [], 1, 1.0, ()
        self._after_adjective, self._stray, self._listing = False, None, False
        where, self._where = self._where, "beside"
        at, self._at = self._at, ""
        if at == "head" and word.split()[-1] not in HEADWEAR:
            at = ""
        last, self._last = self._last, new
        self._with = where == "with" or (self._with and where == "holding")
        if last is None:
            self._done = (new,)
        elif where == "holding" or (where == "with" and _is_host(last)):
            whose = self._wearer(last) if at == "head" else last
            self._swap(whose, self._worn(new, whose, at))
            self._held = new if where == "with" else self._held
        elif where == "and" and self._held is not None:
            self._swap(self._held, row((self._held, new)))
        elif where in ("and", "with", "beside"):
            self._done = (*self._done, new)
        elif where == "right":
            self._done = (new, *self._done)
        else:
            old = row(self._done)
            how: Literal["before", "on", "under"] = (
                "before" if where in ("before", "behind") else "under" if where == "under" else "on"
            )
            self._done = (Group(how, (new, old) if where == "behind" else (old, new), at),)
        return True

    def _wearer(self, last: Scene) -> Scene:
        """Who wears what is named next: the last object, or what sits on it where that is furniture."""
        for part in self._done:
            if isinstance(part, Group) and part.how == "on" and part.parts[1] is last and _is_host(last):
                return part.parts[0]
        return last

    def _worn(self, new: Scene, whose: Scene, at: str) -> Scene:
        """One thing worn by another, or by each of a row, as far as there may be so many."""
        if not (at and isinstance(whose, Group) and whose.how == "beside" and isinstance(new, Thing)):
            return Group("on", (new, whose), at)
        if self.count + len(whose.parts) - 1 > MOST_THINGS:
            return Group("on", (new, whose), at)
        self.count += len(whose.parts) - 1
        return row(tuple(Group("on", (new, part), at) for part in whose.parts))

    def _swap(self, old: Scene, new: Scene) -> None:
        """Puts ``new`` where ``old`` stands."""
        self._done = tuple(_swapped(part, old, new) for part in self._done)
        self._held = new if self._held is old else self._held

    def scene(self) -> Scene | None:
        """What was read; None where no object was named."""
        self._end_phrase()
        if self._last is None:
            return None
        if self._adjectives:
            self._swap(self._last, _with_adjectives(self._last, tuple(self._adjectives)))
            self._adjectives = []
        for name in self._looks:
            self.look_of_last(name)
        self._looks = []
        return row(self._done)


def _is_host(scene: Scene) -> bool:
    return isinstance(scene, Thing) and scene.noun.split()[-1] in HOSTS


def _swapped(scene: Scene, old: Scene, new: Scene) -> Scene:
    """The scene with one of its parts, the very same object, changed for another."""
    if scene is old:
        return new
    if isinstance(scene, Thing):
        return scene
    return replace(scene, parts=tuple(_swapped(part, old, new) for part in scene.parts))


def _with_adjectives(scene: Scene, adjectives: tuple[str, ...]) -> Scene:
    """The scene whose objects all have these adjectives too: one thing, or a row of the same."""
    if isinstance(scene, Thing):
        return replace(scene, adjectives=(*scene.adjectives, *adjectives))
    return replace(scene, parts=tuple(_with_adjectives(part, adjectives) for part in scene.parts))
