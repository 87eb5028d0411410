// Meshes from bytes: GLB of our own runs, and GLB, OBJ, PLY or STL that somebody drops on the viewer.
import { Group, Mesh, MeshStandardMaterial } from "three";
import { GLTFLoader } from "three/examples/jsm/loaders/GLTFLoader.js";
import { OBJLoader } from "three/examples/jsm/loaders/OBJLoader.js";
import { PLYLoader } from "three/examples/jsm/loaders/PLYLoader.js";
import { STLLoader } from "three/examples/jsm/loaders/STLLoader.js";

export const OPENED = ["glb", "obj", "ply", "stl"];
/** Shown flat, to be taught from. */
export const PICTURES = ["png", "jpg", "jpeg", "webp"];

export const kindOf = (name) => name.split(".").pop().toLowerCase();

/** A scene from the bytes of a file. `kind`: glb, obj, ply or stl. */
export async function parseMesh(data, kind) {
  // A copy of just the file's bytes: what comes may be a window into a larger buffer.
  const bytes = data instanceof ArrayBuffer ? data : data.slice().buffer;
  if (kind === "glb") return (await new GLTFLoader().parseAsync(bytes, "")).scene;
  if (kind === "obj") return new OBJLoader().parse(new TextDecoder().decode(bytes));
  const geometry = kind === "ply" ? new PLYLoader().parse(bytes) : new STLLoader().parse(bytes);
  if (!geometry.attributes.normal) geometry.computeVertexNormals();
  const material = new MeshStandardMaterial({ color: 0xb9b2a8, roughness: 0.8, vertexColors: Boolean(geometry.attributes.color) });
  if (geometry.attributes.color) material.color.set(0xffffff);
  const group = new Group();
  group.add(new Mesh(geometry, material));
  // Slicers and scanners have Z up.
  if (kind === "stl") group.rotation.x = -Math.PI / 2;
  return group;
}
