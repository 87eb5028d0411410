// One object: its own scene, in which it is scaled to a ball of radius 1 around the origin, whatever its size is.
import {
  AmbientLight, Box3, Box3Helper, Color, DirectionalLight, GridHelper, Group, LineBasicMaterial, LineSegments, MathUtils,
  Scene, Vector3, WireframeGeometry,
} from "three";
import { contactShadow, DEEP_SHADOW, SHADOW } from "./shadow.js";
import { shaded } from "./shading.js";
import { bestUnit, formatLength, gridStep } from "./units.js";

const NO_OBJECT = 1;
// Points of a circle by which it is told how far one reaches on the screen.
const CIRCLE = 24;

export class Model {
  constructor({ key, label = "", note = "" }) {
    Object.assign(this, { key, label, note, problem: "", faces: 0, vertices: 0 });
    this.scene = new Scene();
    this.meshes = [];
    this.center = new Vector3();
    this.extent = new Vector3();
    /** Of the ball around it, metres. */
    this.radius = NO_OBJECT;
    this.lines = new LineBasicMaterial({ transparent: true });
    this.light = new DirectionalLight(0xffffff, 2);
    this.fill = new AmbientLight(0xffffff, 0.1);
    this.scene.add(this.light, this.fill);
  }

  add(root) {
    const box = new Box3().setFromObject(root, true);
    if (box.isEmpty()) throw new Error("it holds no triangles");
    box.getSize(this.extent);
    box.getCenter(this.center);
    this.radius = Math.max(this.extent.length() / 2, 1e-12);
    this.group = new Group();
    this.group.scale.setScalar(1 / this.radius);
    this.group.position.copy(this.center).multiplyScalar(-1 / this.radius);
    this.group.add(root);
    this.scene.add(this.group);
    root.traverse((node) => {
      if (!node.isMesh) return;
      const { geometry } = node;
      if (!geometry.attributes.normal) geometry.computeVertexNormals();
      this.vertices += geometry.attributes.position.count;
      this.faces += Math.round((geometry.index ? geometry.index.count : geometry.attributes.position.count) / 3);
      this.meshes.push({ node, original: node.material, made: {} });
    });
    const half = this.extent.clone().multiplyScalar(0.5 / this.radius);
    this.half = half;
    this.frameBox = new Box3Helper(new Box3(half.clone().negate(), half));
    this.frameBox.material.dispose();
    this.frameBox.material = new LineBasicMaterial({ transparent: true, opacity: 0.45 });
    this.scene.add(this.frameBox);
    const step = gridStep(Math.max(this.extent.x, this.extent.z)) / this.radius;
    const n = Math.min(60, Math.max(4, 2 * Math.ceil(1.6 / step)));
    this.grid = new GridHelper(n * step, n, 0x888888, 0x888888);
    Object.assign(this.grid.material, { transparent: true, opacity: 0.28, depthWrite: false });
    this.grid.position.y = -half.y - 1e-4;
    this.scene.add(this.grid);
  }

  /** The shadow where it touches the ground; drawn once. */
  addShadow(renderer) {
    if (!this.group) return;
    this.shadow = contactShadow(renderer, this.scene, this.half, [this.frameBox, this.grid]);
    this.scene.add(this.shadow);
  }

  /**
   * How far the object and its shadow reach on the screen, from whichever side they are seen at this height: [left, bottom,
   * right, top] in [-1, 1] and beyond; null where it reaches behind the camera.
   */
  bounds(camera) {
    if (!this.half) return null;
    const { half } = this, around = Math.hypot(half.x, half.z);
    const circles = [[around, half.y], [around, -half.y], ...(this.shadow ? [[this.shadow.userData.reach, -half.y]] : [])];
    const found = [Infinity, Infinity, -Infinity, -Infinity], point = new Vector3();
    for (const [radius, y] of circles) {
      for (let n = 0; n < CIRCLE; n++) {
        const angle = (2 * Math.PI * n) / CIRCLE;
        point.set(radius * Math.cos(angle), y, radius * Math.sin(angle)).applyMatrix4(camera.matrixWorldInverse);
        if (point.z > -camera.near) return null;
        point.applyMatrix4(camera.projectionMatrix);
        found[0] = Math.min(found[0], point.x);
        found[1] = Math.min(found[1], point.y);
        found[2] = Math.max(found[2], point.x);
        found[3] = Math.max(found[3], point.y);
      }
    }
    return found;
  }

  apply(state, camera, ink) {
    for (const mesh of this.meshes) {
      mesh.made[state.shading] ??= shaded(mesh.original, state.shading, mesh.node.geometry);
      mesh.node.material = mesh.made[state.shading];
      if (state.wire > 0 && !mesh.wires) {
        mesh.wires = new LineSegments(new WireframeGeometry(mesh.node.geometry), this.lines);
        mesh.node.add(mesh.wires);
      }
      if (mesh.wires) mesh.wires.visible = state.wire > 0;
    }
    this.lines.opacity = state.wire;
    this.lines.color.copy(ink);
    if (this.frameBox) {
      this.frameBox.visible = Boolean(state.dimensions);
      this.frameBox.material.color.copy(ink);
      this.grid.visible = state.grid;
      this.grid.material.color = new Color(ink);
    }
    if (this.shadow) {
      this.shadow.visible = !state.section && camera.position.y > -this.half.y;
      // Ink is light where the ground is dark.
      this.shadow.material.opacity = ink.r + ink.g + ink.b > 1.5 ? DEEP_SHADOW : SHADOW;
    }
    // The light stands relative to the viewer, as a lamp that is carried along: the seen side is never all dark.
    const around = Math.atan2(camera.position.x, camera.position.z) + MathUtils.degToRad(state.light);
    this.light.position.set(Math.sin(around), 0.9, Math.cos(around)).multiplyScalar(10);
    this.light.intensity = 1.35 * state.strength;
    this.scene.environmentIntensity = 0.2 + 0.32 * state.strength;
  }

  /** What is written at the edges of its box: [place, text]. */
  dimensions(camera, unit) {
    if (!this.half) return [];
    const { half, extent } = this;
    const sx = Math.sign(camera.position.x) || 1, sz = Math.sign(camera.position.z) || 1;
    const chosen = unit === "auto" ? bestUnit(Math.max(extent.x, extent.y, extent.z)) : unit;
    return [
      [new Vector3(0, -half.y, sz * half.z), `W ${formatLength(extent.x, chosen)}`],
      [new Vector3(sx * half.x, 0, -sz * half.z), `H ${formatLength(extent.y, chosen)}`],
      [new Vector3(sx * half.x, -half.y, 0), `D ${formatLength(extent.z, chosen)}`],
    ];
  }

  dispose() {
    for (const mesh of this.meshes) {
      mesh.node.geometry.dispose();
      mesh.wires?.geometry.dispose();
      for (const material of new Set([mesh.original, ...Object.values(mesh.made)])) {
        for (const each of [material].flat()) {
          for (const value of Object.values(each)) if (value?.isTexture && !value.isShared) value.dispose();
          each.dispose();
        }
      }
    }
    this.shadow?.material.map.dispose();
    this.lines.dispose();
  }
}
