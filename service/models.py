"""What goes over the wire, as models that check requests and that `/openapi.json` is generated from."""

import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bozzetto.jobs.config.prompts import MAX_CHARACTERS
from bozzetto.jobs.queue.schema import DAMAGED, Job

State = Literal["queued", "running", "paused", "succeeded", "failed", "cancelled"]
STATES: dict[str, State] = {
    "queued": "queued",
    "running": "running",
    "paused": "paused",
    "done": "succeeded",
    "failed": "failed",
    "cancelled": "cancelled",
    DAMAGED: "failed",
}
"""Statuses of the queue, and what they are called here."""
STATUSES: dict[str, str] = {"succeeded": "done"}
FINISHED = ("succeeded", "failed", "cancelled")
TRAINING_SHARE = 0.9
"""Of the progress of a job from a prompt; the rest is its export."""

Format = Literal["glb", "obj", "ply", "stl", "3mf", "usd", "usda", "usdz"]
Target = Literal["unity", "unreal", "blender", "ar", "print", "film"]
Faces = Annotated[int, Field(ge=4, le=5_000_000)]
Texture = Annotated[int, Field(ge=64, le=4096)]
Size = Annotated[float, Field(gt=0, le=1e6, allow_inf_nan=False)]
Seed = Annotated[int, Field(ge=0, le=2**63 - 1)]
Formats = Annotated[list[Format], Field(min_length=1, max_length=8)]
Callback = Annotated[str, Field(min_length=8, max_length=2000)]
Setting = str | int | float | bool | None
JobId = Annotated[str, Field(pattern=r"^[1-9][0-9]{0,17}$")]


class Body(BaseModel):
    """A request; unknown fields are refused, and no value is taken for one of another type."""

    model_config = ConfigDict(extra="forbid", strict=True, use_attribute_docstrings=True, allow_inf_nan=False)


class Answer(BaseModel):
    """An answer."""

    model_config = ConfigDict(use_attribute_docstrings=True, json_schema_serialization_defaults_required=True)


class Query(BaseModel):
    """What may stand behind the ? of an address."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class GenerationRequest(Body):
    """A model to be made from a prompt."""

    prompt: Annotated[str, Field(min_length=1, max_length=MAX_CHARACTERS)]
    """What to make, for example `a red teddy bear`."""
    negative: Annotated[str, Field(max_length=MAX_CHARACTERS)] = ""
    """What to stay away from."""
    seed: Seed | None = None
    """Seed of every random choice; 0 if there is none."""
    seeds: Annotated[list[Seed], Field(min_length=1)] | None = None
    """Several seeds instead: a job of each."""
    preset: Literal["draft", "standard", "fine"] = "standard"
    """How much work to put in."""
    recipe: Annotated[str, Field(max_length=100)] | None = None
    """A published recipe instead of a preset, of `/v1/recipes`."""
    prior: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    """Image prior, of those of `/v1/priors` that can be used here; `embedded` if there is none."""
    steps: Annotated[int, Field(ge=1)] | None = None
    """Optimisation steps; by default the preset's."""
    settings: Annotated[dict[str, Setting], Field(max_length=200)] = {}
    """Further settings by name, such as `{"guidance.scale": 7}`; those that name files or devices are refused."""
    formats: Formats | None = None
    """Files to write beside mesh.glb and mesh.obj."""
    target: Target | None = None
    """Units, up axis, pivot, size, maps and formats of those files as a program or a use expects them."""
    faces: Faces | None = None
    """Faces to keep; by default the preset's."""
    texture: Texture | None = None
    """Edge of the texture in texels; by default the preset's."""
    size: Size | None = None
    """Longest side in metres of the files of `formats` and `target`."""
    callback: Callback | None = None
    """A URL that is told of the end; its host must be allowed by the server."""

    @model_validator(mode="after")
    def _consistent(self) -> "GenerationRequest":
        if self.seed is not None and self.seeds is not None:
            raise ValueError("give seed or seeds, and not both")
        if self.size is not None and self.formats is None and self.target is None:
            raise ValueError("size is of the files of formats or target; give one of them too")
        return self


class ExportRequest(Body):
    """Further files of a run that is done."""

    job: JobId | None = None
    """The job that made the run."""
    run: Annotated[str, Field(min_length=1, max_length=255)] | None = None
    """Or the name of the run."""
    formats: Formats | None = None
    """Files to write; by default the target's, or glb and obj."""
    target: Target | None = None
    """Units, up axis, pivot, size, maps and formats as a program or a use expects them."""
    faces: Faces | None = None
    """Faces to keep; by default what the run was configured with."""
    texture: Texture | None = None
    """Edge of the texture in texels; by default what the run was configured with."""
    size: Size | None = None
    """Longest side in metres."""
    lods: Annotated[int, Field(ge=0, le=8)] = 0
    """Further levels of detail, each of half the faces of the one before."""
    collision: bool | None = None
    """A convex hull; some targets have one."""
    maps: Literal["none", "normal", "occlusion", "both"] | None = None
    """Maps beside the base colour; by default the target's."""
    image: Literal["png", "webp"] = "png"
    """Textures in a GLB."""
    turntable: Annotated[int, Field(ge=0, le=720)] = 0
    """Frames of a turn of the mesh."""
    quads: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    """Faces of a quad-dominant version; 0 makes none."""
    pivot: Literal["keep", "center", "bottom"] | None = None
    """What lies at the origin: where it was, the middle, or the middle of the lowest side; by default the target's."""
    file_units: Literal["m", "cm", "mm", "in", "ft"] | None = None
    """Of the numbers in OBJ, PLY, STL and USD files; by default the target's. GLB and 3MF have their own."""
    file_up: Literal["y", "z"] | None = None
    """Which axis points up in these files; by default the target's."""
    callback: Callback | None = None
    """A URL that is told of the end; its host must be allowed by the server."""

    @model_validator(mode="after")
    def _consistent(self) -> "ExportRequest":
        if (self.job is None) == (self.run is None):
            raise ValueError("give job or run, and not both")
        return self


class FormBody(BaseModel):
    """Fields of a form, which are all texts as they come."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True, allow_inf_nan=False)


class TextureRequest(FormBody):
    """A mesh to be painted anew by words; its vertices and faces stay."""

    prompt: Annotated[str, Field(min_length=1, max_length=MAX_CHARACTERS)]
    """What it is made of, and what it is, for example `a rusty iron robot`."""
    parts: Annotated[str, Field(max_length=2000)] = ""
    """Words for parts alone, as `0: oak; handle: gold`."""
    keep_uv: bool = False
    """Refuse a mesh whose UV cannot hold a texture of its own, in place of making new ones."""
    keep_materials: bool = False
    """Each material of the file stays one of its own; else there is one for all."""
    texture: Texture = 1024
    """Texels along a side of the maps."""
    seed: Seed = 0
    """Another piece of the same materials."""
    image: Literal["png", "webp"] = "png"
    """Pictures in the GLB."""
    units: Literal["m", "cm", "mm", "in", "ft"] | None = None
    """Of the file's numbers; by default what its format says."""
    up: Literal["y", "z"] | None = None
    """Which axis of the file points up; by default what its format says."""
    callback: Callback | None = None
    """A URL that is told of the end; its host must be allowed by the server."""


class ObjectRequest(FormBody):
    """A noun to be learnt from a mesh; prompts to this server know it from then on."""

    name: Annotated[str, Field(min_length=1, max_length=100)]
    """What it is called in prompts, such as `hover bike`."""
    also: Annotated[str, Field(max_length=500)] = ""
    """Other names of it, separated by commas."""
    plural: Annotated[str, Field(max_length=100)] = ""
    """Its plural, where that is not the name with an s."""
    size: Annotated[float, Field(gt=0, lt=1e5)] | None = None
    """Metres across, corner to corner; by default what the file says."""
    front: Literal["auto", "+z", "-z", "+x", "-x"] = "auto"
    """The axis of the file that its front faces."""
    like: Annotated[str, Field(max_length=100)] = ""
    """A known noun that it is like; by default the nearest."""
    author: Annotated[str, Field(max_length=200)] = ""
    """Who made it; stands in the files of every result."""
    licence: Annotated[str, Field(max_length=200)] = ""
    """Under which licence, such as CC-BY-4.0; stands in the files of every result."""
    units: Literal["m", "cm", "mm", "in", "ft"] | None = None
    """Of the file's numbers; by default what its format says."""
    up: Literal["y", "z"] | None = None
    """Which axis of the file points up; by default what its format says."""
    replace: bool = False
    """Take over names that mean something already."""
    callback: Callback | None = None
    """A URL that is told of the end; its host must be allowed by the server."""


class ReadRequest(Body):
    """A prompt that is only read."""

    prompt: Annotated[str, Field(max_length=4 * MAX_CHARACTERS)]
    """What to make."""
    negative: Annotated[str, Field(max_length=4 * MAX_CHARACTERS)] = ""
    """What to stay away from."""


class JobsQuery(Query):
    """Which jobs."""

    cursor: JobId | None = None
    """`next` of the page before."""
    limit: Annotated[int, Field(ge=1, le=200)] = 50
    """At most so many."""
    state: State | None = None
    """Only those in this state."""


class WordsQuery(Query):
    """Which words."""

    prefix: Annotated[str, Field(max_length=100)] = ""
    """Only those that begin so, other names included."""
    limit: Annotated[int, Field(ge=1, le=10_000)] = 10_000
    """At most so many objects."""


class NoQuery(Query):
    """Nothing."""


class JobFile(Answer):
    """A file that a job made."""

    name: str
    """As in its address."""
    bytes: int
    """Its size."""
    media_type: str
    """Its kind."""
    url: str
    """Its address on this server."""


class JobError(Answer):
    """Why a job failed."""

    detail: str
    """What happened and what to do."""


class JobAnswer(Answer):
    """A job."""

    id: str
    """Its number, the same as on the command line."""
    kind: str
    """`generate`, `export`, `texture` or `teach`."""
    state: State
    """`queued`, `running` and `paused` may change; the others are final."""
    stage: str
    """What is being done while it runs: `training`, `export`; else empty."""
    step: int
    """Steps that are done."""
    steps: int
    """Of so many."""
    progress: float
    """The same as a part of the whole, export included, 0 to 1; an estimate."""
    seconds_left: float | None
    """Of the stage, once there is an estimate."""
    place: int
    """Which one it is in the queue, from 1; 0 if it does not wait."""
    prompt: str
    """What it makes."""
    preset: str
    """What it began as."""
    prior: str
    """The image prior."""
    seed: int
    """Of every random choice."""
    run: str | None
    """Name of its run folder, once it has one."""
    created: datetime.datetime
    """When it was asked for."""
    started: datetime.datetime | None
    """When it was first begun."""
    ended: datetime.datetime | None
    """When it succeeded, failed or was cancelled."""
    note: str
    """What a person should know about its state, such as why it waits; or empty."""
    error: JobError | None
    """Why it failed."""
    preview: str | None
    """Address of the latest picture of what is being made."""
    files: list[JobFile]
    """What it made."""
    events: str
    """Address of its events."""


class JobsAnswer(Answer):
    """A page of jobs, newest first."""

    jobs: list[JobAnswer]
    """Those of the page; without their files, which each job's own answer has."""
    next: str | None
    """`cursor` of the next page; none after the last."""


class SubmittedAnswer(Answer):
    """A request that was taken."""

    id: str
    """Number of its job, the first one if there are several."""
    ids: list[str]
    """Numbers of all its jobs."""
    state: State
    """Of the first."""
    url: str
    """Address of the first."""


class WordAnswer(Answer):
    """A word that names an object."""

    name: str
    """As the prior has it."""
    aliases: list[str]
    """Other names of it."""


class WordsAnswer(Answer):
    """What the embedded prior knows."""

    objects: list[WordAnswer]
    """Objects by name."""
    adjectives: list[str]
    """Colours and materials."""
    most_objects: int
    """As many go into one prompt."""


class PriorAnswer(Answer):
    """An image prior."""

    name: str
    """As requests name it."""
    what: str
    """One sentence."""
    available: bool
    """Whether requests may name it here."""
    why_not: str
    """If not, why."""


class PriorsAnswer(Answer):
    """The image priors."""

    priors: list[PriorAnswer]
    """All that are known."""


class RecipeAnswer(Answer):
    """A published recipe."""

    name: str
    """As requests name it."""
    what: str
    """Paper and method."""


class RecipesAnswer(Answer):
    """The recipes."""

    recipes: list[RecipeAnswer]
    """All that are known."""


class PresetAnswer(Answer):
    """A preset."""

    name: str
    """As requests name it."""
    steps: int
    """Optimisation steps."""
    faces: int
    """Faces of the mesh."""
    texture: int
    """Edge of its texture in texels."""
    settings: dict[str, Any]
    """All of its settings."""


class PresetsAnswer(Answer):
    """The presets."""

    presets: list[PresetAnswer]
    """From quick to thorough."""


class UnknownWord(Answer):
    """A word that is ignored."""

    word: str
    """As it stands in the prompt."""
    nearest: list[str]
    """Known words that are like it."""


class AssumedWord(Answer):
    """A word that is read as another one."""

    word: str
    """As it stands in the prompt."""
    read_as: str
    """The known word."""


class ReadAnswer(Answer):
    """How a prompt is read."""

    usable: bool
    """Whether something can be made of it."""
    problem: str
    """If not, why."""
    unknown: list[UnknownWord]
    """Words that are ignored."""
    assumed: list[AssumedWord]
    """Words that are read as others."""
    notes: list[str]
    """What else whoever wrote it should know."""


class HealthAnswer(Answer):
    """That the server runs."""

    status: Literal["ok"]
    """Always."""
    version: str
    """Of bozzetto."""


class ReadyAnswer(Answer):
    """That the server can do its work."""

    status: Literal["ready", "not ready"]
    """Whether it can."""
    problems: list[str]
    """If not, why."""
    workers: int
    """Workers that are alive."""


def progress_of(job: Job) -> float:
    """How far a job is, 0 to 1."""
    if job.status == "done":
        return 1.0
    if job.kind != "generate" or job.total < 1:
        return 0.0
    if job.stage == "export":
        return TRAINING_SHARE
    return round(TRAINING_SHARE * min(job.step / job.total, 1.0), 4)


def to_time(seconds: float | None) -> datetime.datetime | None:
    """Seconds since 1970 as a time of UTC, to the millisecond."""
    if seconds is None:
        return None
    return datetime.datetime.fromtimestamp(round(seconds, 3), datetime.timezone.utc)
