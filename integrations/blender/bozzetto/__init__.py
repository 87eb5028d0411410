"""Blender add-on: a panel in the sidebar of the 3D view that lets a bozzetto server make models and imports them.

Everything that waits (for the server, for a file) is in a thread, which touches nothing of Blender; a timer of
Blender's takes what it has to say. `client.py` beside this file is bozzetto's own client, put here when the
extension is built.
"""

import contextlib
import math
import queue
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import bpy
from bpy.props import EnumProperty, FloatProperty, IntProperty, PointerProperty, StringProperty

from .client import FINISHED, Client, Job, ServerError

POLL_SECONDS = 0.25
MAX_SEED = 2**31 - 1
SUGGESTIONS = 24

_words: dict[str, list[str]] = {}
"""Known words by server, once they were fetched."""
_task: "Task | None" = None


class Task:
    """One job on its way: a thread that talks to the server, and what it has said.

    Args:
        url: of the server.
        key: for it, or empty.
        ask: asks the server for the job; called in the thread.
        name: of what comes; empty where nothing does, as when a noun is learnt.
        folder: for files; removed when the task ends.
        place: where what comes stands, as a matrix; None is the 3D cursor.
        done: what is said at the end.
    """

    def __init__(
        self,
        url: str,
        key: str,
        ask: Callable[[Client], Job],
        name: str = "",
        folder: "tempfile.TemporaryDirectory[str] | None" = None,
        place: object = None,
        done: str = "done",
    ) -> None:
        self.messages: queue.SimpleQueue[tuple[str, object]] = queue.SimpleQueue()
        self.folder = folder or new_folder()
        self.name, self.place, self.done = name, place, done
        self._client = Client(url, key or None, patience=30.0, timeout=30.0)
        self._ask = ask
        self.replaced = ""
        """Name of the object that is hidden when its painted one comes."""
        self._cancelled = threading.Event()
        self._job: Job | None = None
        self._thread = threading.Thread(target=self._run, name="bozzetto", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Asks the server to stop; returns at once."""
        self._cancelled.set()
        threading.Thread(target=self._cancel, daemon=True).start()

    def _cancel(self) -> None:
        if self._job is not None:
            # It has ended meanwhile, or the server is away, which the other thread says.
            with contextlib.suppress(ServerError):
                self._client.cancel(self._job)

    def _run(self) -> None:
        try:
            self._job = self._ask(self._client)
            if self._cancelled.is_set():
                self._cancel()
            job = self._client.wait(self._job, lambda one: self.messages.put(("progress", one)))
            if job.state == "succeeded" and not self.name:
                self.messages.put(("done", None))
            elif job.state == "succeeded":
                (path,) = self._client.download(job, self.folder.name, ["mesh.glb"])
                self.messages.put(("file", path))
            else:
                self.messages.put(("failed", job.error or f"the job was {job.state}"))
        except (ServerError, OSError, ValueError, TimeoutError) as error:
            self.messages.put(("failed", str(error)))


def new_folder() -> "tempfile.TemporaryDirectory[str]":
    """A folder for the files of a task."""
    return tempfile.TemporaryDirectory(prefix="bozzetto-")


def online() -> bool:
    """Whether Blender allows add-ons to use the network."""
    return bool(getattr(bpy.app, "online_access", True))


def complete(context: bpy.types.Context, text: str) -> list[str]:
    """Prompts that a text could become: its last word completed by the words that the server knows."""
    known = _words.get(context.window_manager.bozzetto.server.rstrip("/"), [])
    head, _, last = text.rpartition(" ")
    if not last:
        return []
    found = [word for word in known if word.startswith(last.lower())]
    return [f"{head} {word}".strip() for word in sorted(found, key=lambda word: (len(word), word))[:SUGGESTIONS]]


def fetch_words(url: str, key: str) -> None:
    """Fetches the words of a server, once, in a thread."""
    address = url.rstrip("/")
    if address in _words or not online():
        return
    _words[address] = []

    def fetch() -> None:
        try:
            known = Client(address, key or None, patience=2.0, timeout=10.0).words()
            names = [name for word in known["objects"] for name in (word["name"], *word["aliases"])]
            _words[address] = sorted({*names, *known["adjectives"]})
        except (ServerError, ValueError, KeyError):
            # Without them there is no completion; they are asked for again with the next model.
            _words.pop(address, None)

    threading.Thread(target=fetch, daemon=True).start()


def export_selected(context: bpy.types.Context, path: Path) -> None:
    """Writes the active object alone as a GLB, around its own origin, modifiers applied.

    Raises:
        RuntimeError: Blender's exporter cannot.
    """
    active, selected = context.active_object, list(context.selected_objects)
    kept = active.matrix_world.copy()
    try:
        for one in selected:
            one.select_set(False)
        active.select_set(True)
        active.matrix_world = kept.__class__.Identity(4)
        context.view_layer.update()
        bpy.ops.export_scene.gltf(
            filepath=str(path), export_format="GLB", use_selection=True, export_apply=True, export_animations=False
        )
    finally:
        active.matrix_world = kept
        for one in selected:
            one.select_set(True)
        context.view_layer.objects.active = active
        context.view_layer.update()


def place_at(objects: list[bpy.types.Object], matrix: object) -> None:
    """Puts what was imported where something else stands."""
    for one in objects:
        if one.parent not in objects:
            one.matrix_world = matrix @ one.matrix_world


def import_model(
    context: bpy.types.Context, path: Path, name: str, size: float, place: object = None
) -> list[bpy.types.Object]:
    """Imports a GLB at the 3D cursor, or where something stood.

    Args:
        context: of Blender.
        path: of the GLB; glTF's +Y up becomes Blender's +Z up in the importer.
        name: of what comes.
        size: longest side in metres; 0 leaves it as it is.
        place: a matrix of the world in the place of the cursor, for what keeps its size.
    Returns:
        The objects that came, the first of them above all others.
    """
    before = set(context.scene.objects)
    bpy.ops.import_scene.gltf(filepath=str(path))
    new = [one for one in context.scene.objects if one not in before]
    roots = [one for one in new if one.parent not in new]
    meshes = [one for one in new if one.type == "MESH"]
    context.view_layer.update()
    corners = [one.matrix_world @ _vector(corner) for one in meshes for corner in one.bound_box]
    scale = 1.0
    if place is None and size > 0 and corners:
        longest = max(max(c[axis] for c in corners) - min(c[axis] for c in corners) for axis in range(3))
        scale = size / longest if longest > 0 else 1.0
    if place is not None:
        place_at(new, place)
    for root in roots if place is None else []:
        root.location = root.location * scale + context.scene.cursor.location
        root.scale = root.scale * scale
    for one in meshes:
        one.name, one.data.name = name, name
    for one in new:
        one.select_set(True)
    if meshes:
        context.view_layer.objects.active = meshes[0]
    return meshes + [one for one in new if one not in meshes]


def _vector(values: object) -> object:
    from mathutils import Vector

    return Vector(values)


class Preferences(bpy.types.AddonPreferences):
    """Of the add-on; kept by Blender, unlike what stands in the panel."""

    bl_idname = __package__

    server: StringProperty(name="Server", default="http://127.0.0.1:8600", description="Address of `bozzetto serve`")
    key: StringProperty(name="Key", default="", subtype="PASSWORD", description="For servers that ask for one")

    def draw(self, context: bpy.types.Context) -> None:
        """The preferences."""
        self.layout.prop(self, "server")
        self.layout.prop(self, "key")


def _key(context: bpy.types.Context) -> str:
    addon = context.preferences.addons.get(__package__)
    return addon.preferences.key if addon is not None and addon.preferences is not None else ""


def _first_server(context: bpy.types.Context) -> str:
    addon = context.preferences.addons.get(__package__)
    return addon.preferences.server if addon is not None and addon.preferences is not None else "http://127.0.0.1:8600"


class Panelled(bpy.types.PropertyGroup):
    """What stands in the panel."""

    server: StringProperty(name="Server", default="http://127.0.0.1:8600", description="Address of `bozzetto serve`")
    prompt: StringProperty(
        name="Prompt",
        description="What to make, for example: a red teddy bear",
        maxlen=500,
        search=lambda self, context, text: complete(context, text),
        search_options={"SUGGESTION"},
    )
    preset: EnumProperty(
        name="Preset",
        items=(
            ("draft", "Draft", "In half a minute"),
            ("standard", "Standard", "In a minute or two"),
            ("fine", "Fine", "In several minutes"),
        ),
        default="standard",
    )
    seed: IntProperty(name="Seed", default=0, min=0, max=MAX_SEED, description="Another one gives another model")
    material: StringProperty(
        name="Material", description="What the selected object is made of, for example: polished walnut", maxlen=500
    )
    noun: StringProperty(
        name="Name", description="What prompts call the selected object, for example: hover bike", maxlen=60
    )
    size: FloatProperty(
        name="Size", default=1.0, min=0.0, soft_max=100.0, unit="LENGTH", description="Longest side; 0 as it comes"
    )
    progress: FloatProperty(default=0.0, min=0.0, max=1.0, subtype="FACTOR")
    message: StringProperty(default="")


class Generate(bpy.types.Operator):
    """Let the server make a model of the prompt, and import it at the 3D cursor"""

    bl_idname = "bozzetto.generate"
    bl_label = "Make model"
    bl_options = {"REGISTER"}

    next_seed: bpy.props.BoolProperty(default=False, options={"SKIP_SAVE", "HIDDEN"})

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        """Whether there is a prompt, nothing is on its way, and the network may be used."""
        if not online():
            cls.poll_message_set("Allow Online Access in Blender's preferences (System, Network)")
            return False
        return _task is None and bool(context.window_manager.bozzetto.prompt.strip())

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Begins; a timer goes on."""
        global _task
        panel = context.window_manager.bozzetto
        if self.next_seed:
            panel.seed = (panel.seed + 1) % MAX_SEED
        request = {"prompt": panel.prompt, "preset": panel.preset, "seed": panel.seed}
        try:
            _task = Task(panel.server, _key(context), lambda client: client.generate(**request), name=panel.prompt[:60])
        except ValueError as error:
            self.report({"ERROR"}, str(error))
            return {"CANCELLED"}
        fetch_words(panel.server, _key(context))
        _begun(panel)
        return {"FINISHED"}


def _begun(panel: "Panelled") -> None:
    panel.progress, panel.message = 0.0, "asking the server"
    if not bpy.app.timers.is_registered(tick):
        bpy.app.timers.register(tick, first_interval=POLL_SECONDS)


def _can_send(operator: type[bpy.types.Operator], context: bpy.types.Context, words: str) -> bool:
    """Whether the active object is a mesh that may be sent now, and there are words for it."""
    if not online():
        operator.poll_message_set("Allow Online Access in Blender's preferences (System, Network)")
        return False
    active = context.active_object
    if active is None or active.type != "MESH" or active.mode != "OBJECT":
        operator.poll_message_set("Select a mesh, in Object Mode")
        return False
    return _task is None and bool(words.strip())


def _send(operator: bpy.types.Operator, context: bpy.types.Context, ask: Callable[[Client, Path], Job], **how) -> set:
    """Writes the active object, and lets a thread send it."""
    global _task
    panel, folder = context.window_manager.bozzetto, new_folder()
    path = Path(folder.name) / "object.glb"
    try:
        export_selected(context, path)
        _task = Task(panel.server, _key(context), lambda client: ask(client, path), folder=folder, **how)
    except (RuntimeError, ValueError) as error:
        folder.cleanup()
        operator.report({"ERROR"}, str(error))
        return {"CANCELLED"}
    _begun(panel)
    return {"FINISHED"}


class Texture(bpy.types.Operator):
    """Let the server paint the selected object; the painted one comes in its place, the other is hidden"""

    bl_idname = "bozzetto.texture"
    bl_label = "Texture selected"
    bl_options = {"REGISTER"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        """Whether a mesh is selected, and something is said of its material."""
        return _can_send(cls, context, context.window_manager.bozzetto.material)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Begins; a timer goes on."""
        panel, active = context.window_manager.bozzetto, context.active_object
        request = {"prompt": panel.material, "seed": panel.seed}
        place, name = active.matrix_world.copy(), f"{active.name}, {panel.material}"[:60]
        answer = _send(self, context, lambda client, path: client.texture(path, **request), name=name, place=place)
        if _task is not None:
            _task.replaced = active.name
        return answer


class Teach(bpy.types.Operator):
    """Let the server learn the selected object as a word, which prompts know from then on"""

    bl_idname = "bozzetto.teach"
    bl_label = "Teach selected"
    bl_options = {"REGISTER"}

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        """Whether a mesh is selected, and has a name for prompts."""
        return _can_send(cls, context, context.window_manager.bozzetto.noun)

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Begins; a timer goes on."""
        panel = context.window_manager.bozzetto
        noun = panel.noun.strip()
        # The words are fetched anew with the next model.
        _words.pop(panel.server.rstrip("/"), None)
        return _send(self, context, lambda client, path: client.teach(path, noun), done=f"prompts know '{noun}' now")


class Cancel(bpy.types.Operator):
    """Stop the model that is on its way"""

    bl_idname = "bozzetto.cancel"
    bl_label = "Cancel"

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        """Whether one is."""
        return _task is not None

    def execute(self, context: bpy.types.Context) -> set[str]:
        """Asks the server."""
        if _task is not None:
            _task.cancel()
            context.window_manager.bozzetto.message = "stopping"
        return {"FINISHED"}


class Sidebar(bpy.types.Panel):
    """The panel."""

    bl_idname = "VIEW3D_PT_bozzetto"
    bl_label = "bozzetto"
    bl_space_type = "VIEW_3D"
    bl_region_type = "UI"
    bl_category = "bozzetto"

    def draw(self, context: bpy.types.Context) -> None:
        """Draws it."""
        layout, panel = self.layout, context.window_manager.bozzetto
        if not online():
            layout.label(text="Allow Online Access in the preferences", icon="INTERNET_OFFLINE")
        layout.prop(panel, "server")
        layout.prop(panel, "prompt", text="")
        row = layout.row(align=True)
        row.prop(panel, "preset", text="")
        row.prop(panel, "seed")
        layout.prop(panel, "size")
        if _task is None:
            layout.operator(Generate.bl_idname, icon="MESH_MONKEY")
            again = layout.operator(Generate.bl_idname, text="Again with another seed", icon="FILE_REFRESH")
            again.next_seed = True
            box = layout.box()
            box.label(text="Selected object", icon="OBJECT_DATA")
            for field, operator, icon in (("material", Texture, "TEXTURE"), ("noun", Teach, "HELP")):
                box.prop(panel, field)
                box.operator(operator.bl_idname, icon=icon)
        else:
            layout.progress(factor=panel.progress, text=panel.message)
            layout.operator(Cancel.bl_idname, icon="CANCEL")
        if _task is None and panel.message:
            for line in _wrapped(panel.message):
                layout.label(text=line)


def _wrapped(text: str, width: int = 44) -> list[str]:
    import textwrap

    return textwrap.wrap(text, width)[:6]


def tick() -> float | None:
    """Takes what the thread says; called by Blender's timer in its own thread. None ends the timer."""
    global _task
    task, context = _task, bpy.context
    if task is None:
        return None
    panel = context.window_manager.bozzetto
    while True:
        try:
            kind, value = task.messages.get_nowait()
        except queue.Empty:
            break
        if kind == "progress" and isinstance(value, Job):
            panel.progress = value.progress
            panel.message = _said(value)
        elif kind == "file" and isinstance(value, Path):
            try:
                import_model(context, value, task.name, panel.size, task.place)
                old = context.scene.objects.get(task.replaced)
                if old is not None:
                    old.hide_set(True)
                panel.message = task.done
            except RuntimeError as error:  # what Blender's importer raises
                panel.message = f"the model cannot be imported: {error}"
            _end()
        elif kind in ("done", "failed"):
            panel.message = task.done if kind == "done" else str(value)
            _end()
    _redraw(context)
    return POLL_SECONDS if _task is not None else None


def _said(job: Job) -> str:
    if job.state == "queued":
        return f"waits, place {job.place}"
    if job.state in FINISHED:
        return job.state
    left = f", {math.ceil(job.seconds_left)} s left" if job.seconds_left is not None else ""
    return f"{job.stage or 'begins'} {job.progress:.0%}{left}"


def _end() -> None:
    global _task
    if _task is not None:
        _task.folder.cleanup()
        _task = None


def _redraw(context: bpy.types.Context) -> None:
    for window in getattr(context.window_manager, "windows", ()):
        for area in window.screen.areas:
            if area.type == "VIEW_3D":
                area.tag_redraw()


CLASSES = (Preferences, Panelled, Generate, Texture, Teach, Cancel, Sidebar)


def register() -> None:
    """Adds the add-on to Blender."""
    for one in CLASSES:
        bpy.utils.register_class(one)
    bpy.types.WindowManager.bozzetto = PointerProperty(type=Panelled)
    bpy.context.window_manager.bozzetto.server = _first_server(bpy.context)


def unregister() -> None:
    """Takes it away again; a model that is on its way is forgotten."""
    _end()
    if bpy.app.timers.is_registered(tick):
        bpy.app.timers.unregister(tick)
    del bpy.types.WindowManager.bozzetto
    for one in reversed(CLASSES):
        bpy.utils.unregister_class(one)
