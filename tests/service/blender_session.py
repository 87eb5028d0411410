"""Run by a Python that has `bpy`: installs the built extension, makes a model with it, looks at what came.

Arguments: the zip, the server's address, a folder for the picture. Prints a line of JSON.
"""

import importlib
import json
import math
import sys
import time
import zipfile
from pathlib import Path

import bpy

archive, url, out = sys.argv[1], sys.argv[2], Path(sys.argv[3])
bpy.ops.wm.read_factory_settings(use_empty=True)
bpy.ops.preferences.addon_enable(module="io_scene_gltf2")
place = out / "extensions" / "bozzetto"
with zipfile.ZipFile(archive) as bundle:
    bundle.extractall(place)
sys.path.insert(0, str(place.parent))
addon = importlib.import_module("bozzetto")
assert not hasattr(addon, "generate"), "the add-on, and not the package of the same name"
addon.register()
result = {"registered": hasattr(bpy.types, "BOZZETTO_OT_generate") and hasattr(bpy.types, "VIEW3D_PT_bozzetto")}

panel = bpy.context.window_manager.bozzetto
panel.server, panel.prompt, panel.preset, panel.seed, panel.size = url, "a red chair", "draft", 4, 2.0
bpy.context.scene.cursor.location = (1.0, 2.0, 3.0)
# `bpy` as a module has no preference for the network of its own to ask for.
addon.online = lambda: True


def run(operator, **arguments):
    """Calls an operator and turns Blender's timer by hand; seconds of the longest moment that the interface stood."""
    longest, started = 0.0, time.monotonic()
    before = time.monotonic()
    assert operator(**arguments) == {"FINISHED"}
    longest = max(longest, time.monotonic() - before)
    while addon._task is not None:
        assert time.monotonic() - started < 120, panel.message
        ready = addon._task.messages.qsize()
        before = time.monotonic()
        addon.tick()
        if addon._task is not None or not ready:
            longest = max(longest, time.monotonic() - before)
        time.sleep(0.02)
    return longest


result["longest_wait"] = run(bpy.ops.bozzetto.generate)
result["message"] = panel.message
meshes = [one for one in bpy.context.scene.objects if one.type == "MESH"]
bpy.context.view_layer.update()
corners = [one.matrix_world @ addon._vector(corner) for one in meshes for corner in one.bound_box]
result["low"] = [min(c[axis] for c in corners) for axis in range(3)]
result["high"] = [max(c[axis] for c in corners) for axis in range(3)]
result["names"] = [one.name for one in meshes]
result["materials"] = [slot.material.name for one in meshes for slot in one.material_slots]
images = [node.image.size[:] for one in meshes for slot in one.material_slots
          for node in slot.material.node_tree.nodes if node.type == "TEX_IMAGE"]  # fmt: skip
result["textures"] = images
result["faces"] = sum(len(one.data.polygons) for one in meshes)

until = time.monotonic() + 20
while not addon._words.get(url.rstrip("/")) and time.monotonic() < until:
    time.sleep(0.1)
result["completed"] = addon.complete(bpy.context, "a red ted")

# A picture of it, from the front and a little above, by the renderer that needs no graphics card.
scene = bpy.context.scene
camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
middle = [(a + b) / 2 for a, b in zip(result["low"], result["high"], strict=True)]
reach = 1.7 * max(b - a for a, b in zip(result["low"], result["high"], strict=True))
camera.location = (middle[0] + 0.5 * reach, middle[1] - reach, middle[2] + 0.45 * reach)
aim = addon._vector(middle) - camera.location
camera.rotation_euler = aim.to_track_quat("-Z", "Y").to_euler()
sun = bpy.data.objects.new("sun", bpy.data.lights.new("sun", "SUN"))
sun.data.energy, sun.rotation_euler = 3.0, (math.radians(50), 0, math.radians(30))
for one in (camera, sun):
    scene.collection.objects.link(one)
scene.world = bpy.data.worlds.new("world")
scene.world.use_nodes = True
scene.world.node_tree.nodes["Background"].inputs[0].default_value = (0.8, 0.8, 0.85, 1)
scene.camera, scene.render.engine, scene.cycles.samples = camera, "CYCLES", 16
scene.view_settings.view_transform = "Standard"
scene.render.resolution_x, scene.render.resolution_y = 480, 360
scene.render.filepath = str(out / "blender.png")
bpy.ops.render.render(write_still=True)

# Again with another seed; and one that is stopped on its way.
result["longest_wait"] = max(result["longest_wait"], run(bpy.ops.bozzetto.generate, next_seed=True))
result["seed"] = panel.seed
panel.prompt = "qwertyuiop"
run(bpy.ops.bozzetto.generate)
result["refused"] = panel.message
panel.prompt = "a blue car"
assert bpy.ops.bozzetto.generate() == {"FINISHED"} and not bpy.ops.bozzetto.generate.poll()
bpy.ops.bozzetto.cancel()
until = time.monotonic() + 60
while addon._task is not None and time.monotonic() < until:
    addon.tick()
    time.sleep(0.05)
result["stopped"] = panel.message
# The selected object: painted where it stands, and learnt.
bpy.ops.object.select_all(action="DESELECT")
bpy.ops.mesh.primitive_cube_add(size=1.0, location=(4.0, -2.0, 1.0), rotation=(0.0, 0.0, 0.7), scale=(1.0, 2.0, 0.5))
cube = bpy.context.active_object
cube.name = "crate"
panel.material = ""
result["texture_needs_words"] = not bpy.ops.bozzetto.texture.poll()
panel.material, panel.noun = "oak", "shipping crate"
where = tuple(cube.location)
run(bpy.ops.bozzetto.texture)
result["painted"], result["crate_hidden"] = panel.message, cube.hide_get()
painted = bpy.context.active_object
bpy.context.view_layer.update()
result["painted_name"] = painted.name
result["crate_stays"] = tuple(cube.location) == where
for name, one in (("crate_corners", cube), ("painted_corners", painted)):
    result[name] = sorted([round(x, 3) for x in one.matrix_world @ addon._vector(corner)] for corner in one.bound_box)
bpy.context.view_layer.objects.active = painted
run(bpy.ops.bozzetto.teach)
result["taught"] = panel.message
addon.unregister()
result["unregistered"] = not hasattr(bpy.types, "BOZZETTO_OT_generate") and not hasattr(
    bpy.types.WindowManager, "bozzetto"
)
addon.register()
addon.unregister()
print("RESULT " + json.dumps(result), flush=True)
