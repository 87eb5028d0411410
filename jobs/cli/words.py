"""The commands `bozzetto words ...`: the nouns that were taught or added."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import tyro

from bozzetto.jobs.cli.output import print_lines


@dataclass(frozen=True)
class WordsList:
    """List the nouns that were taught or added."""

    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class WordsShow:
    """Show what is known of such a noun."""

    name: Annotated[str, tyro.conf.Positional]
    """Of the noun."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class WordsAdd:
    """Add the nouns of a word pack from a file."""

    file: Annotated[Path, tyro.conf.Positional]
    """The pack, *.safetensors."""
    replace: bool = False
    """Take over names that mean something already."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class WordsRemove:
    """Forget a noun that was taught or added."""

    name: Annotated[str, tyro.conf.Positional]
    """Of the noun."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class WordsExport:
    """Write taught nouns into one word pack, for another machine."""

    out: Annotated[Path, tyro.conf.Positional]
    """The file, *.safetensors."""
    names: Annotated[tuple[str, ...], tyro.conf.Positional] = ()
    """Of the nouns; all by default."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class WordsRename:
    """Give a taught noun another name."""

    name: Annotated[str, tyro.conf.Positional]
    """Of the noun."""
    new: Annotated[str, tyro.conf.Positional]
    """What it is to be called."""
    replace: bool = False
    """Take over a name that means something already."""
    debug: bool = False
    """Show the traceback of an error."""


@dataclass(frozen=True)
class WordsCarry:
    """Learn the nouns of a pack that was made for older weights anew, from what those weights show of them."""

    file: Annotated[Path, tyro.conf.Positional]
    """The pack, *.safetensors."""
    weights: Path
    """Folder of the weights that it was made for: sds/weights of the bozzetto that taught it."""
    out: Path | None = None
    """The new pack; by default beside the old one, with -carried behind its name."""
    debug: bool = False
    """Show the traceback of an error."""


WordAction = (
    Annotated[WordsList, tyro.conf.subcommand("list")]
    | Annotated[WordsShow, tyro.conf.subcommand("show")]
    | Annotated[WordsAdd, tyro.conf.subcommand("add")]
    | Annotated[WordsRemove, tyro.conf.subcommand("remove")]
    | Annotated[WordsExport, tyro.conf.subcommand("export")]
    | Annotated[WordsRename, tyro.conf.subcommand("rename")]
    | Annotated[WordsCarry, tyro.conf.subcommand("carry")]
)


@dataclass(frozen=True)
class Words:
    """The nouns that were taught or added: list, show, add, remove, export, rename, carry."""

    action: WordAction

    @property
    def debug(self) -> bool:
        """Show the traceback of an error."""
        return self.action.debug


def run_words(command: Words) -> int:
    """The one function of each; the exit code."""
    from bozzetto.jobs.teach import words

    action = command.action
    if isinstance(action, WordsList):
        print_lines(words.noun_lines())
    elif isinstance(action, WordsShow):
        print_lines(words.show_lines(action.name))
    elif isinstance(action, WordsAdd):
        path, names = words.add(action.file, action.replace)
        print_lines([f"{path}: {', '.join(names)}"])
    elif isinstance(action, WordsRemove):
        print_lines([f"forgot {action.name!r} of {words.remove(action.name).path}"])
    elif isinstance(action, WordsExport):
        print_lines([str(words.export(action.names, action.out))])
    elif isinstance(action, WordsCarry):
        from bozzetto.jobs.teach.carry import carry

        carried = carry(action.file, action.weights, action.out)
        print_lines([str(carried.path)])
        print_lines([f"{name}: IoU {one.iou:.3f}, PSNR {one.psnr:.1f} dB" for name, one in carried.scores])
    else:
        print_lines([str(words.rename(action.name, action.new, action.replace))])
    return 0
