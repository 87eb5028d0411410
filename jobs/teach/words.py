"""The nouns that were taught or added: word packs in the home folder, under `words`.

Every file there is a pack, written whole or not at all, so that runs may read while others teach. A noun's name may not
be what another known thing is called, unless it is to take that over.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from bozzetto.jobs.config.errors import TeachError
from bozzetto.jobs.store.runs import disk_errors, user_path
from bozzetto.jobs.train.priors import words_folder
from bozzetto.sds.embedded import known_words, shipped_network
from bozzetto.sds.lexicon import Lexicon, fold
from bozzetto.sds.vocabulary import check_network, installed_packs
from bozzetto.sds.word_pack import (
    ENDING,
    MAX_LETTERS,
    MOST_WORDS,
    NAME,
    Noun,
    NounData,
    PackError,
    WordPack,
    copy_nouns,
    write_pack,
)


def as_name(text: str) -> str:
    """A name as prompts are read: small letters without accents, up to four words.

    Raises:
        TeachError: it cannot be one.
    """
    name = " ".join(fold(text).replace("-", " ").replace("_", " ").split())
    lost = [c for c in text if c.isalpha() and not fold(c).strip()]
    if lost or not NAME.fullmatch(name) or len(name) > MAX_LETTERS:
        raise TeachError(
            f"{text[:80]!r} cannot be a noun's name: it must be one to {MOST_WORDS} words of letters a to z and "
            f"digits, at most {MAX_LETTERS} letters"
        )
    return name


def packs() -> Iterator[WordPack]:
    """The installed packs that can be read, in the order of their files, whatever network they are for."""
    for path in installed_packs(words_folder()):
        with contextlib.suppress(OSError, PackError):
            yield WordPack(path)


def problems() -> list[str]:
    """What is wrong with files in the folder, a line each."""
    found, paths = [], installed_packs(words_folder())
    network = shipped_network() if paths else ""
    for path in paths:
        try:
            check_network(WordPack(path), network)
        except (OSError, PackError) as error:
            found.append(str(error))
    return found


def find(name: str) -> tuple[WordPack, int]:
    """The pack of a noun, by its name or another of its names, and its number there.

    Raises:
        TeachError: none has it.
    """
    wanted = as_name(name)
    every = [(pack, k) for pack in packs() for k in range(len(pack.nouns))]
    for pack, k in every:
        if pack.nouns[k].name == wanted:
            return pack, k
    for pack, k in every:
        if wanted in pack.nouns[k].names:
            return pack, k
    names = sorted(pack.nouns[k].name for pack, k in every)
    raise TeachError(f"no noun {name[:80]!r} was taught or added; there are: {', '.join(names[:20]) or 'none'}")


def check_names(nouns: Iterable[Noun], take_over: bool, but: Path | None = None) -> list[tuple[WordPack, int]]:
    """Whether nouns may be called so.

    Args:
        nouns: new ones.
        take_over: whether they may take names over that mean something already (`--replace`).
        but: a pack that is left out of account, since it is the one that is written anew.
    Returns:
        the installed nouns whose place they take.
    Raises:
        TeachError: a name is taken.
    """
    shipped: Lexicon = known_words()
    installed = [(pack, k) for pack in packs() if pack.path != but for k in range(len(pack.nouns))]
    replaced = []
    for noun in nouns:
        for name in noun.names:
            meaning = shipped.meaning(name)
            if meaning is not None and not take_over:
                what = "a known word" if meaning == name else f"another name of {meaning!r}"
                raise TeachError(f"{name!r} is {what}; choose another name, or take it over with --replace")
            for pack, k in installed:
                if name not in pack.nouns[k].names:
                    continue
                if not take_over:
                    known = pack.nouns[k].name
                    what = "was taught or added before" if name == known else f"is another name of {known!r}"
                    raise TeachError(
                        f"{name!r} {what}, in the word pack {pack.path.name}; choose another name, or take its place "
                        "with --replace"
                    )
                if (pack, k) not in replaced:
                    replaced.append((pack, k))
    return replaced


def install(data: NounData, *, network: str, edge: int, embedding: int, take_over: bool = False) -> Path:
    """Keeps a noun that was taught.

    Args:
        data: the noun. network, edge, embedding: as `bozzetto.sds.word_pack.write_pack` has them.
        take_over: see `check_names`.
    Returns:
        the pack.
    Raises:
        TeachError: its name is taken. DiskError: it cannot be written.
    """
    replaced = check_names([data.noun], take_over)
    folder = _made()
    path = _free_path(folder, data.noun.name, [pack.path for pack, _ in replaced if len(pack.nouns) == 1])
    with disk_errors(f"write {path}"):
        write_pack(path, [data], network=network, edge=edge, embedding=embedding)
    for pack, k in replaced:
        if pack.path != path:
            _without(pack, [k])
    return path


def install_another(data: NounData, *, network: str, edge: int, embedding: int) -> Path:
    """Keeps one more object of a noun that was taught.

    Args:
        data: the noun with that object alone. network, edge, embedding: as for `install`.
    Returns:
        the pack, in which the noun has all of its objects.
    Raises:
        TeachError: no such noun was taught, or it fits other weights. DiskError: it cannot be written.
    """
    pack, k = find(data.noun.name)
    try:
        check_network(pack, network)
        whole = pack.data(k)
    except (OSError, PackError) as error:
        raise TeachError(str(error)) from error
    noun = replace(whole.noun, instances=(*whole.noun.instances, *data.noun.instances))
    joined = NounData(noun, (*whole.instances, *data.instances))
    path = pack.path if len(pack.nouns) == 1 else _free_path(_made(), noun.name, [])
    with disk_errors(f"write {path}"):
        write_pack(path, [joined], network=network, edge=edge, embedding=embedding)
    if path != pack.path:
        _without(pack, [k])
    return path


def add(file: str | Path, take_over: bool = False) -> tuple[Path, list[str]]:
    """Installs a word pack from a file.

    Returns:
        where it is now, and the names of its nouns.
    Raises:
        TeachError: it is damaged, of another network, or a name is taken.
    """
    source = user_path(file)
    try:
        pack = WordPack(source)
        check_network(pack, shipped_network())
        for k in range(len(pack.nouns)):
            # All of it, so that nothing damaged is found only when a prompt asks for it.
            pack.data(k)
    except (OSError, PackError) as error:
        raise TeachError(f"{source} cannot be added: {error}") from error
    names = [noun.name for noun in pack.nouns]
    known = next((other for other in packs() if other.same_as(pack)), None)
    if known is not None:
        return known.path, names
    replaced = check_names(pack.nouns, take_over)
    own_stem = names[0] if len(names) == 1 else source.stem
    path = _free_path(_made(), own_stem, [other.path for other, _ in replaced if len(other.nouns) == 1])
    with disk_errors(f"write {path}"):
        copy_nouns(path, [(pack, k, noun) for k, noun in enumerate(pack.nouns)])
    for other in {id(o): o for o, _ in replaced}.values():
        if other.path != path:
            _without(other, [k for o, k in replaced if o is other])
    return path, names


def remove(name: str) -> WordPack:
    """Removes a noun; what else is in its pack stays.

    Returns:
        the pack that it was in.
    Raises:
        TeachError: there is none of that name.
    """
    pack, k = find(name)
    _without(pack, [k])
    return pack


def rename(name: str, new: str, take_over: bool = False) -> Path:
    """Gives a noun another name; what it was called stays none of its names.

    Returns:
        its pack.
    Raises:
        TeachError: there is none of that name, or the new one is taken.
    """
    pack, k = find(name)
    noun = replace(pack.nouns[k], name=as_name(new), plural="")
    if noun.name == pack.nouns[k].name:
        return pack.path
    others = [
        (other, j) for other, j in check_names([replace(noun, synonyms=())], take_over) if other.path != pack.path
    ]
    nouns = [(pack, j, noun if j == k else other) for j, other in enumerate(pack.nouns)]
    path = pack.path if len(pack.nouns) > 1 else _free_path(_made(), noun.name, [pack.path])
    with disk_errors(f"write {path}"):
        copy_nouns(path, nouns)
        if path != pack.path:
            pack.path.unlink(missing_ok=True)
    for other, j in others:
        _without(other, [j])
    return path


def export(names: Iterable[str], to: str | Path) -> Path:
    """Writes nouns into one pack, for another machine.

    Args:
        names: of the nouns; none for all.
        to: a file that ends in .safetensors.
    Raises:
        TeachError: there is none of a name, or they cannot lie in one file.
    """
    path = user_path(to)
    if path.suffix != ENDING:
        raise TeachError(f"a word pack ends in {ENDING}, got {path.name!r}")
    chosen = [find(name) for name in names] or [(pack, k) for pack in packs() for k in range(len(pack.nouns))]
    if not chosen:
        raise TeachError("nothing was taught or added yet")
    try:
        with disk_errors(f"write {path}"):
            return copy_nouns(path, [(pack, k, pack.nouns[k]) for pack, k in chosen])
    except PackError as error:
        raise TeachError(str(error)) from error


def noun_lines() -> list[str]:
    """The taught nouns, a line each, and what is wrong with files."""
    lines = []
    for pack in packs():
        for noun in pack.nouns:
            lines.append(f"{noun.name}{_others(noun)}  {pack.path.name}")
    return [*(lines or ["nothing was taught or added yet"]), *(f"cannot be used: {line}" for line in problems())]


def show_lines(name: str) -> list[str]:
    """What is known of a noun."""
    pack, k = find(name)
    noun = pack.nouns[k]
    lines = [
        f"noun      {noun.name}{_others(noun)}",
        f"pack      {pack.path}, SHA-256 {pack.digest}",
        f"like      {noun.like or '-'}",
        *([f"kinds     {', '.join(noun.kinds)}"] if noun.kinds else []),
        f"network   {pack.network}",
    ]
    for number, one in enumerate(noun.instances):
        size = f", {one.size:g} m" if one.size else ""
        words = f", {' '.join(one.words)}" if one.words else ""
        lines.append(
            f"object    {number}{size}{words}: by {one.author or 'unknown'}, {one.licence or 'no licence named'}"
        )
        lines += [f"source    {one.source}{f', SHA-256 {one.source_sha256}' if one.source_sha256 else ''}"] * bool(
            one.source
        )
        if one.about:
            lines.append("learnt    " + ", ".join(f"{key} {value}" for key, value in one.about.items()))
        if one.materials:
            lines.append("made of   " + ", ".join(m.name or m.part or "unnamed" for m in one.materials))
        if parts := dict.fromkeys(m.part for m in one.materials if m.part):
            lines.append("parts     " + ", ".join(parts))
    return lines


def _others(noun: Noun) -> str:
    more = [name for name in noun.names if name != noun.name]
    count = f", {len(noun.instances)} objects" if len(noun.instances) > 1 else ""
    return (f" ({', '.join(more)})" if more else "") + count


def _made() -> Path:
    folder = words_folder()
    with disk_errors(f"make the folder {folder}"):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _free_path(folder: Path, name: str, own: list[Path]) -> Path:
    """A file of that name that is not there, or is one of those that are to be written anew."""
    stem = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "words"
    path, number = folder / f"{stem}{ENDING}", 1
    while path.exists() and path not in own:
        number += 1
        path = folder / f"{stem}-{number}{ENDING}"
    return path


def _without(pack: WordPack, gone: list[int]) -> None:
    """Takes nouns out of an installed pack."""
    left = [(pack, k, noun) for k, noun in enumerate(pack.nouns) if k not in gone]
    with disk_errors(f"change {pack.path}"):
        if left:
            copy_nouns(pack.path, left)
        else:
            pack.path.unlink(missing_ok=True)
