"""The words that the embedded prior knows, how a prompt is read, and what is near to a word that it does not know."""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from bozzetto.sds.conditioning import UnknownWord
from bozzetto.sds.looks import LookWords
from bozzetto.sds.scene import (
    COUNTS,
    MOST_THINGS,
    RELATIONS,
    SHAPE_WORDS,
    SIZES,
    Scene,
    SceneReader,
    Thing,
    changed,
    things,
)
from bozzetto.sds.tint import COLOURS
from bozzetto.sds.word_pack import Noun

FILLERS = frozenset(
    ["a", "an", "the", "of", "in", "on", "with", "and", "some", "one", "my", "your", "this", "that", "it", "its"]
    + ["is", "are", "very", "highly", "ultra", "detailed", "photo", "photograph", "picture", "image", "render"]
    + ["rendering", "rendered", "3d", "model", "object", "asset", "mesh", "realistic", "photorealistic", "beautiful"]
    + ["nice", "cute", "simple", "single", "dslr", "zoomed", "wide", "angle", "shot", "view", "full", "body"]
    + ["centered", "isolated", "high", "quality", "resolution", "hd", "uhd", "4k", "8k", "hdr", "delicious"]
    + ["sits", "stands", "lies", "rests", "leaning", "leans", "aerial", "studio", "lighting", "fresh"]
    + ["sitting", "standing", "lying", "placed", "resting", "top", "to", "at", "for", "from", "made", "his", "her"]
    + ["their", "out", "pair", "sleek", "classic", "handmade", "pristine", "delicate", "sturdy", "elegant", "lovely"]
    + ["pretty", "traditional", "intricately", "intricate", "beautifully", "colored", "coloured"]
    + ["crisp", "new", "grand", "partly", "partially", "slightly", "completely", "entirely", "fragrant"]
)
"""Words that are passed over in silence: they carry nothing that the prior could draw."""

PRAISE = frozenset(
    ["sleek", "classic", "handmade", "pristine", "delicate", "sturdy", "elegant", "lovely", "pretty", "traditional"]
    + ["crisp", "new", "grand", "beautiful", "nice", "cute", "simple", "fresh", "delicious", "fragrant", "very"]
)
"""Those of them that say how something is, and so go on with a list of what the next object is like."""

BACKDROP = re.compile(r"\b(?:(?:on|in|with|against|over) )?(?:(?:an?|the) )?(?:[a-z]+ )?(?:background|backdrop)\b")
"""What is behind the object is no word of it: "on a white background"."""

COLLECTIVE = re.compile(r"\b(?:bunch|bouquet|slice|piece|pair|set|loaf|kind|type|sort|number|few|couple) of\b")
"""What is said of some things and names nothing itself, but where it begins a name ("slice of pizza")."""

STATUE = re.compile(
    r"\b(?:statue|sculpture|monument|carving)(?:s of |(?: of )(?=(?:an?|the|two|three|four|five|six) ))"
)
"""A statue of a thing has its shape: "a marble statue of a horse" is a marble horse."""

WELL = re.compile(
    r"\bwell (?=(?:made|crafted|lit|kept|used|preserved|defined|designed|built|worn|dressed|loved|detailed|known)\b"
    r"(?! (?:of|from|out|with)\b))"
)
"""No well, but how something is done: "a well-made chair"; "a well made of stone" is one."""

BED_SIZE = re.compile(r"\b(?:king|queen|twin|full|life) sized?\b")
"""No king, but how large a bed is."""

FIGURE = re.compile(r"\b(?:(?:lawn|garden|desk|mantel) )?(?:figurine|statuette|ornament)s?\b")
"""What a likeness of a thing is called looks as the thing does: "a porcelain rabbit figurine"."""

LIKENESS = re.compile(
    r"(?:(?:made|built|carved|sculpted|woven|knitted|cast|formed) (?:entirely )?(?:out )?(?:of|from)"
    r"|(?:in|of) the (?:shape|style|form) of|(?:shaped|dressed|styled) (?:like|as)|disguised as"
    r"|(?:that |which )?looks? like|inspired by) (?:(?:an?|the) )?"
)
"""An object after this is none of its own: "a house made of candy", "a teapot in the shape of a frog"."""

MADE_OF = re.compile(
    r"(?:made|built|carved|sculpted|woven|knitted|cast|formed|constructed|crafted) "
    r"(?:entirely |completely )?(?:out )?(?:of|from|in|with) (?:(?:an?|the|pure|solid|real) )*"
)
"""What an object is made of follows: "a house made of candy"."""

EATEN = frozenset(["cheese", "bread", "candy", "butter"])
"""Names of foods that are materials too, but before the name of an object say what it tastes of ("a cheese pizza")."""

FRUITS = {"orange": "tangerine", "oranges": "tangerine", "emerald": "gem", "ruby": "gem", "sapphire": "gem"}
"""Colours that are fruits, or stones, where no object follows them."""

PHRASES = (4, 3, 2, 1)
"""Words of the names that are looked for, longest first."""


@dataclass(frozen=True)
class Reading:
    """A prompt as the prior reads it: canonical words in their order, and the words that it does not know."""

    words: tuple[str, ...]
    unknown: tuple[UnknownWord, ...]
    assumed: tuple[tuple[str, str], ...] = ()
    """(word of the prompt, known word that it is read as), for kinds: (spaniel, dog), (navy, blue)."""
    scene: Scene | None = None
    """The objects with their own adjectives, and where they stand; None where none was named."""
    left_out: tuple[str, ...] = ()
    """Known objects that were too many."""
    language: str = "en"
    """Code of the language that the prompt was read as."""
    english: str = ""
    """The English prompt that it was read as; empty where it is that."""
    qualifiers: tuple[str, ...] = ()
    """Words that part the objects of one noun ("office" of a chair)."""


@dataclass(frozen=True)
class Lexicon:
    """Canonical words, other names for them, and kinds of them.

    Args:
        words: canonical words; in the shipped one the index is the network's input.
        aliases: other name -> canonical word, exact synonyms.
        kinds: more special word -> canonical word (WordNet hyponyms, shades): read as that word, and said so.
        objects: the canonical words that name an object; the others are adjectives.
        sizes: metres across of objects, corner to corner, where they are known.
        looks: words for materials, states and patterns, where somebody paints them; None reads none.
        qualifiers: of nouns that have several objects, the words that part those.
        parts: of nouns whose objects' parts are known, the names of those.
    """

    words: tuple[str, ...]
    aliases: dict[str, str]
    kinds: dict[str, str]
    objects: frozenset[str]
    sizes: dict[str, float] = field(default_factory=dict)
    looks: LookWords | None = field(default=None, repr=False, compare=False)
    qualifiers: dict[str, frozenset[str]] = field(default_factory=dict)
    parts: dict[str, frozenset[str]] = field(default_factory=dict)
    index: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "index", {w: i for i, w in enumerate(self.words)})
        strange = sorted({*self.aliases.values(), *self.kinds.values(), *self.objects} - set(self.words))
        if strange:
            raise ValueError(f"aliases lead to words that are not in the lexicon: {strange[:5]}")

    @property
    def most_objects(self) -> int:
        """How many objects one prompt may name."""
        return MOST_THINGS

    @staticmethod
    def load(path: Path) -> Lexicon:
        """Reads the JSON that ``save`` wrote."""
        data = json.loads(path.read_text(encoding="utf-8"))
        fields = (tuple(data["words"]), data["aliases"], data["kinds"], frozenset(data["objects"]))
        return Lexicon(*fields, data.get("sizes", {}))

    def save(self, path: Path) -> None:
        """Writes JSON, sorted, one entry a line where it matters for a diff."""
        data = {
            "words": self.words,
            "objects": sorted(self.objects),
            "aliases": dict(sorted(self.aliases.items())),
            "kinds": dict(sorted(self.kinds.items())),
            "sizes": dict(sorted(self.sizes.items())),
        }
        path.write_text(json.dumps(data, indent=0, ensure_ascii=False), encoding="utf-8")

    def with_nouns(self, nouns: Iterable[Noun]) -> Lexicon:
        """The lexicon with further nouns; their names mean them, whatever they meant before.

        Nobody may call another known thing by a noun's name: who installs one checks that (`bozzetto words`, `teach`).
        """
        nouns = list(nouns)
        names = {name: noun.name for noun in nouns for name in noun.names if name != noun.name}
        canonical = {noun.name for noun in nouns}
        kinds = {kind: noun.name for noun in nouns for kind in noun.kinds}
        aliases = {name: word for name, word in self.aliases.items() if name not in canonical} | names
        hidden = (set(names) | canonical) - set(self.words)
        return replace(
            self,
            words=(*self.words, *(noun.name for noun in nouns if noun.name not in self.index)),
            aliases=aliases,
            kinds={name: word for name, word in self.kinds.items() if name not in hidden} | kinds,
            objects=self.objects | canonical,
            sizes=self.sizes | {noun.name: noun.metres for noun in nouns if noun.metres is not None},
            qualifiers=self.qualifiers
            | {noun.name: frozenset(word for one in noun.instances for word in one.words) for noun in nouns},
            parts=self.parts
            | {
                noun.name: frozenset(fold(m.part) for one in noun.instances for m in one.materials if m.part)
                for noun in nouns
            },
        )

    def meaning(self, name: str) -> str | None:
        """The known word that a name, as prompts are folded, is or is another name of; None where it is free."""
        return name if name in self.index else self.aliases.get(name)

    def part_of(self, noun: str, phrase: str) -> str | None:
        """The part of a noun that a phrase names, singular or plural, or None."""
        parts = self.parts.get(noun, frozenset())
        return next((form for form in _forms(phrase) if form in parts), None)

    def lookup(self, phrase: str) -> str | None:
        """The canonical word of a phrase, singular or plural, or None."""
        for form in _forms(phrase):
            if form in self.index:
                return form
            if form in self.aliases:
                return self.aliases[form]
        return None

    def read(self, prompt: str, language: str = "auto") -> Reading:
        """Reads a prompt in any of the languages that ``bozzetto.sds.language`` has.

        Args:
            prompt: any text.
            language: code of the prompt's language; ``auto`` takes English where all is known in it, else what fits.
        Returns:
            the reading of the English prompt that means the same, with the user's own words for what it did not know.
        Raises:
            ValueError: there is no such language.
        """
        if language in ("auto", "en") and prompt.isascii():
            first = self._read_english(prompt)
            if not first.unknown:
                return first
        from bozzetto.sds.language.read import read
        from bozzetto.sds.language.translate import English

        names = (*self.words, *self.aliases, *self.kinds)
        english = English(self.lookup, self.objects, self.kinds, FILLERS, names, self.nearest)
        return read(prompt, language, self._read_english, english)

    def _read_english(self, prompt: str) -> Reading:
        """Reads an English prompt: the longest known phrase first, from left to right.

        Args:
            prompt: any text; case, accents and punctuation (but commas) do not matter.
        Returns:
            what was understood, and what was not. Each canonical word is listed once. A kind of object right before the
            name of another only qualifies it ("an emperor penguin" is no butterfly), so it counts as not understood; a
            name right before another is read as that one ("a monarch penguin").
        """
        text = self._without_collectives(fold(prompt).replace("-", " "))
        text = STATUE.sub("", WELL.sub("", BED_SIZE.sub(" ", text)))
        tokens = re.findall(r"[a-z0-9]+(?:'[a-z0-9]+)*|,", FIGURE.sub(" ", text))
        words: list[str] = []
        unknown: list[UnknownWord] = []
        assumed: list[tuple[str, str]] = []
        modifiers: list[str] = []
        left_out: list[str] = []
        scene = SceneReader(part_of=self.part_of)
        at = 0
        while at < len(tokens):
            if self._shapes_at(tokens, at):
                scene.shape(SHAPE_WORDS[tokens[at]])
                at += 1
                continue
            looks, end, of_last = self._looks_at(tokens, at, scene.count > 0)
            if end > at:
                for name in looks:
                    (scene.look_of_last if of_last else scene.look)(name)
                at = end
                continue
            if (length := self._part_at(scene, tokens, at)) > 0:
                at += length
                continue
            if (fruit := self._fruit_at(tokens, at)) is not None:
                if not scene.noun(fruit):
                    left_out.append(tokens[at])
                words += [fruit] * (fruit not in words)
                assumed.append((tokens[at], fruit))
                at += 1
                continue
            begin, end, is_object = self._likeness(tokens, at) if scene.count else (at, at, False)
            if is_object:
                unknown.append(UnknownWord(" ".join(tokens[at:end]), ()))
            elif end > at and (entry := self.lookup(" ".join(tokens[begin:end]))):
                scene.adjective_of_last(entry)
                words += [entry] * (entry not in words)
            if end > at:
                at = end
                continue
            for length in range(min(PHRASES[0], len(tokens) - at), 0, -1):
                phrase = " ".join(tokens[at : at + length])
                entry = self.lookup(phrase)
                following, extent = self._object_at(tokens, at + length)
                turned, spoken = self._turned(tokens, at, length)
                if turned is not None:
                    entry, length, following = turned, spoken, None
                if entry is None and (kind := next((self.kinds[f] for f in _forms(phrase) if f in self.kinds), None)):
                    if kind in self.objects and (following not in (None, kind) or self._runs_on(tokens, at, length)):
                        continue
                    entry = kind
                    assumed.append((phrase, kind))
                if entry in self.objects and following is None and (shade := self._shade_at(tokens, at + length)):
                    assumed.append((f"{phrase} {tokens[at + length]}", shade))
                    at += length
                    break
                entry = self._one_of(entry) if scene.several else entry
                if entry in self.objects and following is not None:
                    if following != entry:
                        assumed.append((" ".join(tokens[at : at + length + extent]), following))
                elif entry in self.objects and not scene.noun(entry):
                    left_out.append(phrase)
                elif entry is not None:
                    if entry not in self.objects:
                        scene.adjective(entry)
                        if self.looks is not None and phrase in self.looks.names:
                            scene.look(self.looks.names[phrase])
                    if entry not in words:
                        words.append(entry)
                elif scene.modifier(phrase):
                    modifiers.append(phrase)
                elif not scene.relation(phrase):
                    continue
                at += length
                break
            else:
                word = tokens[at]
                if word not in FILLERS:
                    scene.unknown(word)
                    if not any(u.word == word for u in unknown):
                        unknown.append(UnknownWord(word, ()))
                at += 1
        if not scene.count and tokens and tokens[-1] in FRUITS and FRUITS[tokens[-1]] in self.objects:
            # "An orange": what has no noun after it is one.
            words = [word for word in words if word != self.lookup(tokens[-1])]
            scene = SceneReader()
            scene.noun(FRUITS[tokens[-1]])
            words.append(FRUITS[tokens[-1]])
            assumed.append((tokens[-1], FRUITS[tokens[-1]]))
        whole = scene.scene()
        unknown = [replace(u, word=scene.parts.get(u.word, u.word)) for u in unknown]
        if whole is not None:
            whole = changed(whole, self._with_near_words)
            used = [word for thing in things(whole) for word in thing.adjectives]
            words = [word for word in words if word in self.objects or word in used]
            words += dict.fromkeys(word for word in used if word not in words)
        if whole is None or isinstance(whole, Thing):
            # Of an object alone they say nothing that a result could show.
            unknown += [UnknownWord(word, ()) for word in dict.fromkeys(modifiers)]
        # What parts a noun's objects is read with it, whatever else it might mean ("plastic", "office").
        parting = frozenset[str]().union(*(self.qualifiers.get(word, frozenset()) for word in words))
        qualifiers = tuple(dict.fromkeys(token for token in tokens if token in parting))
        unknown = [u for u in unknown if u.word not in parting]
        leftovers = set(re.findall(r"[^\W\d_]+", prompt)) - set(re.findall(r"[A-Za-z]+", fold(prompt)))
        for word in sorted(leftovers):
            if not re.search(r"[a-z]", fold(word)) and not any(u.word == word for u in unknown):
                unknown.append(UnknownWord(word, ()))
        return Reading(tuple(words), tuple(unknown), tuple(assumed), whole, tuple(left_out), qualifiers=qualifiers)

    def _shapes_at(self, tokens: list[str], at: int) -> bool:
        """Whether a word changes the shape of the object that follows: it begins no name ("round table"), and says
        nothing of a part ("a rabbit with long ears", "a long haired cat").
        """
        if tokens[at] not in SHAPE_WORDS or not self._object_follows(tokens, at + 1):
            return False
        known = tokens[at + 1] in SHAPE_WORDS or self.lookup(tokens[at + 1]) or self._look_name(tokens, at + 1)
        if tokens[at + 1].endswith("ed") and not known:
            return False
        for length in PHRASES[:-1]:
            phrase = " ".join(tokens[at : at + length])
            named = (form in self.kinds or form in self.index or form in self.aliases for form in _forms(phrase))
            if at + length <= len(tokens) and any(named):
                return False
        return True

    def _part_at(self, scene: SceneReader, tokens: list[str], at: int) -> int:
        """How many words name a part of the last object here, which the scene then has; 0 where none do."""
        if not self.parts:
            return 0
        for length in PHRASES:
            phrase = " ".join(tokens[at : at + length])
            if at + length <= len(tokens) and scene.part(phrase, self.lookup(phrase) in self.objects):
                return length
        return 0

    def _without_collectives(self, text: str) -> str:
        """Folded text without what is behind the object, and without "bunch of" where no name begins with it."""

        def kept(match: re.Match[str]) -> str:
            after = text[match.end() :].split()[:2]
            names = (" ".join((match[0], *after[:n])) for n in range(1, len(after) + 1))
            return match[0] if any(self.lookup(name) in self.objects for name in names) else " "

        text = BACKDROP.sub(" ", text)
        return COLLECTIVE.sub(kept, text)

    def _shade_at(self, tokens: list[str], at: int) -> str | None:
        """The colour at a place, where an object of that colour follows: what stands before it only says which shade
        it is ("lime green chair"); None where there is none.
        """
        colour = self.lookup(tokens[at]) if at < len(tokens) else None
        return colour if colour in COLOURS and self._object_follows(tokens, at + 1) else None

    def _one_of(self, entry: str | None) -> str | None:
        """Of what is many by its name ("bananas", a bunch), one, where that is an object too and is counted."""
        if entry is None or entry not in self.objects or not entry.endswith("s"):
            return entry
        return next((form for form in _forms(entry) if form != entry and form in self.objects), entry)

    def _fruit_at(self, tokens: list[str], at: int) -> str | None:
        """The object of a word that is a colour before a noun and a fruit after an article ("a plate with an orange");
        None where it is none.
        """
        fruit = FRUITS.get(tokens[at])
        article = at > 0 and tokens[at - 1] in ("a", "an", "the", "one")
        return fruit if fruit in self.objects and article and not self._object_follows(tokens, at + 1) else None

    def _looks_at(self, tokens: list[str], at: int, has_object: bool) -> tuple[tuple[str, ...], int, bool]:
        """Names of the looks that are said at a place, where they end, and whether they are of the object before;
        nothing, and the place itself, where there are none. Colours that the prior knows are left to its own reading.
        """
        none: tuple[tuple[str, ...], int, bool] = ((), at, False)
        if self.looks is None:
            return none
        if has_object:
            said = MADE_OF.match(" ".join(tokens[at : at + 8]) + " ")
            if said is not None:
                names, end = [], at + len(said[0].split())
                while (found := self._look_name(tokens, end)) is not None:
                    names.append(found[0])
                    end += found[1]
                if any(name not in self.looks.colours for name in names):
                    return tuple(names), end, True
        for length in PHRASES:
            phrase = " ".join(tokens[at : at + length])
            if at + length > len(tokens):
                continue
            if has_object and phrase in self.looks.afterwards:
                return (self.looks.afterwards[phrase],), at + length, True
            if phrase not in self.looks.names:
                continue
            name, own = self.looks.names[phrase], self.lookup(phrase)
            longer = (" ".join(tokens[at : at + more]) for more in PHRASES if length < more <= len(tokens) - at)
            if any(form in self.kinds or self.lookup(form) in self.objects for form in longer):
                return none
            if self._turned(tokens, at, length)[0] is not None:
                return none
            if name in self.looks.colours and (own is not None or phrase in self.kinds):
                return none
            if not self._object_follows(tokens, at + length) and (own in self.objects or not has_object):
                return none
            if own in self.objects and phrase in EATEN:
                return none
            return (name,), at + length, False
        return none

    def _look_name(self, tokens: list[str], at: int) -> tuple[str, int] | None:
        """The longest name of a look at a place, and its words; None where there is none."""
        if self.looks is None:
            return None
        for length in PHRASES:
            phrase = " ".join(tokens[at : at + length])
            if at + length <= len(tokens) and phrase in self.looks.names:
                return self.looks.names[phrase], length
        return None

    def _object_follows(self, tokens: list[str], at: int) -> bool:
        """Whether an object is named before anything that says where something stands."""
        for place in range(at, min(at + 6, len(tokens))):
            if self._object_at(tokens, place)[0] is not None:
                return True
            if any(form in self.kinds and self.kinds[form] in self.objects for form in _forms(tokens[place])):
                return True
            # "Red and white", "old, rusty": a list of what the same object is like.
            listed = tokens[place] in ("and", ",") and place + 1 < len(tokens)
            if tokens[place] in RELATIONS and not (listed and self._is_adjective(tokens, place + 1)):
                return False
        return False

    def _is_adjective(self, tokens: list[str], at: int) -> bool:
        if tokens[at] in SHAPE_WORDS or tokens[at] in PRAISE:
            return True
        return self._look_name(tokens, at) is not None or self.lookup(tokens[at]) in set(self.words) - self.objects

    def _with_near_words(self, thing: Thing) -> Thing:
        """An object whose looks are more than colours, with the prior's own words for them."""
        if self.looks is None or self.looks.is_plain(thing.looks):
            return replace(thing, looks=())
        return replace(thing, adjectives=self.looks.near(thing.looks))

    def _turned(self, tokens: list[str], at: int, length: int) -> tuple[str | None, int]:
        """A name said the other way round ("cup of coffee") and how many words that takes; None and 0 if it is none."""
        after = at + length
        if tokens[after : after + 1] == ["of"]:
            begin = after + 2 if tokens[after + 1 : after + 2] in (["a"], ["an"], ["the"]) else after + 1
            for end in range(min(begin + 2, len(tokens)), begin, -1):
                name = self.lookup(" ".join((*tokens[begin:end], *tokens[at:after])))
                if name in self.objects:
                    return name, end - at
        return None, 0

    def _likeness(self, tokens: list[str], at: int) -> tuple[int, int, bool]:
        """Where the name begins and ends of what an object is said to be made of or to be like, and whether that is an
        object (with the colours and sizes before it) or a material; an empty range where nothing of this kind is said.
        """
        said = LIKENESS.match(" ".join(tokens[at : at + PHRASES[0] + 3]) + " ")
        begin = at + len(said[0].split()) if said else len(tokens)
        for first in range(begin, min(begin + 3, len(tokens))):
            for length in PHRASES:
                phrase = " ".join(tokens[first : first + length])
                kind = next((self.kinds[form] for form in _forms(phrase) if form in self.kinds), None)
                if (self.lookup(phrase) or kind) in self.objects and first + length <= len(tokens):
                    return begin, first + length, True
            if self.lookup(tokens[first]) is None and tokens[first] not in (*COUNTS, *SIZES):
                break
        has_material = begin < len(tokens) and self.lookup(tokens[begin]) is not None
        return (begin, begin + 1, False) if has_material else (at, at, False)

    def _runs_on(self, tokens: list[str], at: int, length: int) -> bool:
        """Whether a name of an object begins within a phrase and ends beyond it: "red hot" before "hot air balloon"."""
        return any(place + self._object_at(tokens, place)[1] > at + length for place in range(at + 1, at + length))

    def _object_at(self, tokens: list[str], at: int) -> tuple[str | None, int]:
        """The object that a known name at this place means, and the name's words; None and 0 where there is none."""
        for length in PHRASES:
            name = self.lookup(" ".join(tokens[at : at + length])) if at + length <= len(tokens) else None
            if name in self.objects:
                return name, length
        return None, 0

    def nearest(self, word: str, count: int = 3) -> tuple[str, ...]:
        """The known words nearest to a word by spelling, best first; may be empty."""
        names = [*self.words, *self.aliases]
        out: list[str] = []
        for match in difflib.get_close_matches(word, names, n=4 * count, cutoff=0.7 if len(word) > 3 else 0.8):
            canonical = match if match in self.index else self.aliases[match]
            if canonical not in out:
                out.append(canonical)
        return tuple(out[:count])


def fold(text: str) -> str:
    """Lower case, without accents, other scripts dropped."""
    flat = unicodedata.normalize("NFKD", text.replace("\u2019", "'")).casefold()
    return "".join(c for c in flat if ord(c) < 128)


def _forms(phrase: str) -> tuple[str, ...]:
    forms = [phrase]
    if phrase.endswith("'s"):
        forms.append(phrase[:-2])
    if phrase.endswith("ies"):
        forms.append(phrase[:-3] + "y")
    if phrase.endswith("es"):
        forms.append(phrase[:-2])
    if phrase.endswith("s") and not phrase.endswith("ss"):
        forms.append(phrase[:-1])
    forms.append(phrase + "s")
    return tuple(forms)
