"""Imports a file into Blender (`bpy`) and saves its triangles in Blender's world: FILE OUT.npz."""

import sys

import bpy
import numpy as np

source, target = sys.argv[1:]
bpy.ops.wm.read_factory_settings(use_empty=True)
importers = {
    "glb": lambda: bpy.ops.import_scene.gltf(filepath=source),
    "obj": lambda: bpy.ops.wm.obj_import(filepath=source),
    "ply": lambda: bpy.ops.wm.ply_import(filepath=source),
    "stl": lambda: bpy.ops.wm.stl_import(filepath=source),
    "usd": lambda: bpy.ops.wm.usd_import(filepath=source),
}
importers[source.rsplit(".", 1)[1]]()
vertices, faces, count = [], [], 0
for body in (thing for thing in bpy.data.objects if thing.type == "MESH"):
    body.data.calc_loop_triangles()
    vertices += [tuple(body.matrix_world @ vertex.co) for vertex in body.data.vertices]
    faces += [[count + k for k in triangle.vertices] for triangle in body.data.loop_triangles]
    count = len(vertices)
np.savez(target, vertices=np.array(vertices, np.float32), faces=np.array(faces, np.int32))
