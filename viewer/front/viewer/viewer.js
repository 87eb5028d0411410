// The 3D viewer: one to four objects under one camera, or a camera alone around a field that a server draws.
//
//     const viewer = new Viewer(element, { onCamera: (pose) => ..., onRest: (pose) => ... });
//     viewer.setInsets({ left: 220, top: 48, right: 320, bottom: 120 });   // what panels cover
//     await viewer.show([{ key: "run@time", label: "", note: "", data: arrayBuffer, kind: "glb" }]);
//     viewer.set({ shading: "normals", wire: 0.4 });
//
// It draws only when something changes, and loads nothing from anywhere. What somebody takes hold of is `element`, over the
// whole root; the canvas inside of it is only as large as what is drawn where no graphics card draws.
import {
  Color, MathUtils, NeutralToneMapping, NoToneMapping, OrthographicCamera, PerspectiveCamera, Plane, Raycaster,
  SRGBColorSpace, Vector2, Vector3, WebGLRenderer,
} from "three";
import { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";
import { environmentTexture } from "./environments.js";
import { cells, partAround } from "./layout.js";
import { parseMesh } from "./loaders.js";
import { Model } from "./model.js";

const FOVY = 30;
const REST_MILLISECONDS = 220;
const HOME = { azimuth: 35, elevation: 18 };
// The object's ball fills so much of the free height; the object itself about 70 %.
const FILL = 0.94;
const SLOW_MILLISECONDS = 45;
// While somebody turns it, frames may be coarser, of these shares of the pixels of an edge, where they come more slowly than
// every so many milliseconds; at rest the picture is whole again.
// A few sizes only: each is a drawing buffer of its own, which takes time to make.
const DETAILS = [1, 0.8, 0.62, 0.45], FLUENT_MILLISECONDS = 40, FINER_AFTER = 20;
// Drawn without a graphics card, samples within a pixel take most of a frame's time. There frames are drawn without them, and
// the one that stays is drawn finer instead, so many pixels at most, once nothing has moved for a moment.
const FINE = 2, FINE_PIXELS = 5e6, FINE_MILLISECONDS = 350;
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;
const TURN_DEGREES_A_SECOND = 9;

export const DEFAULTS = {
  shading: "lit", wire: 0, environment: "studio", background: "plaster", grid: false, dimensions: "", ortho: false,
  section: null, turn: true, light: 35, strength: 1,
};

export class Viewer {
  constructor(root, { onCamera, onRest, onDraw, onProblem } = {}) {
    Object.assign(this, { root, onCamera, onRest, onDraw, onProblem });
    this.state = { ...DEFAULTS };
    this.models = [];
    this.keys = "";
    this.insets = { left: 0, top: 0, right: 0, bottom: 0 };
    this.colors = { ground: new Color(0xefebe4), ink: new Color(0x231f1b) };
    this.still = window.matchMedia("(prefers-reduced-motion: reduce)");
    this.touched = false;
    /** Whether it is being dragged. */
    this.held = false;
    /** Whether somebody has asked for the turn, which is else left out where motion is unwanted or slow. */
    this.wantsTurn = false;
    this.cost = 0;
    /** Of DETAILS, that frames have while somebody turns it, and how many have come quickly in a row. */
    this.coarse = 0;
    this.quick = 0;
    /** Whether no graphics card draws. */
    this.software = drawsInSoftware();
    this.renderer = new WebGLRenderer({ antialias: !this.software, alpha: true, powerPreference: "low-power" });
    this.renderer.outputColorSpace = SRGBColorSpace;
    this.renderer.setScissorTest(true);
    this.renderer.autoClear = false;
    this.canvas = this.renderer.domElement;
    this.element = document.createElement("div");
    Object.assign(this.element, { className: "viewport", tabIndex: 0 });
    this.element.setAttribute("role", "application");
    this.element.append(this.canvas);
    root.append(this.element);
    this.environment = environmentTexture(this.renderer, this.state.environment);
    this.camera = new PerspectiveCamera(FOVY, 1, 0.01, 100);
    this.flat = new OrthographicCamera(-1, 1, 1, -1, 0.01, 100);
    this.controls = new OrbitControls(this.camera, this.element);
    Object.assign(this.controls, { enableDamping: true, dampingFactor: 0.14, minDistance: 0.2, maxDistance: 30 });
    this.controls.addEventListener("change", () => this.draw());
    this.controls.addEventListener("start", () => { this.touched = true; this.wantsTurn = false; this.held = true; });
    this.controls.addEventListener("end", () => { this.held = false; this.draw(); });
    // A vertical swipe scrolls the page, a horizontal one orbits.
    this.element.style.touchAction = "pan-y";
    this.element.addEventListener("keydown", (event) => this.key(event));
    this.element.addEventListener("dblclick", (event) => this.focusAt(event));
    this.canvas.addEventListener("webglcontextlost", (event) => event.preventDefault());
    this.canvas.addEventListener("webglcontextrestored", () => this.restore());
    this.home();
    this.observer = new ResizeObserver(() => this.draw());
    this.observer.observe(root);
  }

  /** What was rendered into a texture is gone with the old context: environment and shadows are made anew. */
  restore() {
    this.environment = environmentTexture(this.renderer, this.state.environment);
    for (const model of this.models) {
      model.scene.environment = this.environment;
      if (model.shadow) model.scene.remove(model.shadow);
      model.addShadow(this.renderer);
    }
    this.draw();
  }

  /** Shows objects; nothing is loaded again where no key has changed. `keep` leaves the camera where it is. */
  async show(list, { keep = false } = {}) {
    const keys = list.map((item) => item.key).join("\n");
    if (keys === this.keys) return;
    this.keys = keys;
    this.root.dataset.models = "loading";
    const found = await Promise.all(list.map((item) => this.load(item)));
    if (keys !== this.keys) { // Another set was asked for while these were read.
      for (const model of found) model.dispose();
      return;
    }
    for (const old of this.models) old.dispose();
    this.models = found;
    this.touched = keep;
    if (!keep) this.home();
    this.root.dataset.models = String(found.filter((model) => !model.problem).length);
    this.draw();
  }

  clear() {
    this.keys = "";
    for (const old of this.models) old.dispose();
    this.models = [];
    this.root.dataset.models = "0";
    this.draw();
  }

  async load(item) {
    const model = new Model(item);
    try {
      model.add(await parseMesh(await item.data, item.kind || "glb"));
      model.scene.environment = this.environment;
      model.addShadow(this.renderer);
    } catch (error) {
      model.problem = error && error.message ? error.message : String(error);
      this.onProblem?.(model);
    }
    return model;
  }

  set(patch) {
    const before = this.state;
    this.state = { ...before, ...patch };
    if (this.state.environment !== before.environment) {
      this.environment.dispose();
      this.environment = environmentTexture(this.renderer, this.state.environment);
      for (const model of this.models) model.scene.environment = this.environment;
    }
    this.draw();
  }

  setInsets(insets) {
    if (JSON.stringify(insets) === JSON.stringify(this.insets)) return;
    this.insets = insets;
    this.draw();
  }

  setColors({ ground, ink }) {
    this.colors = { ground: new Color(ground), ink: new Color(ink) };
    this.draw();
  }

  /** The part of the canvas that no panel covers: [x, y, width, height]. */
  free() {
    const { left, top, right, bottom } = this.insets;
    const width = Math.max(60, this.root.clientWidth - left - right);
    return [left, top, width, Math.max(60, this.root.clientHeight - top - bottom)];
  }

  draw() {
    if (this.frame || this.gone) return;
    this.frame = requestAnimationFrame((time) => {
      this.frame = 0;
      const passed = this.last ? Math.min(0.1, (time - this.last) / 1000) : 0;
      const turning = this.turns();
      if (turning) this.orbit(-MathUtils.degToRad(TURN_DEGREES_A_SECOND) * passed, 0);
      const orbiting = this.controls.update(), moving = orbiting || turning;
      const started = performance.now();
      // What turns by itself is to be looked at, and stands still where that is too slow.
      const coarser = this.held || (orbiting && (this.touched || this.wantsTurn));
      this.paint(coarser ? DETAILS[this.coarse] : 1);
      clearTimeout(this.finer);
      if (this.software && !moving && !this.held && this.models.length) this.finer = setTimeout(() => { if (!this.frame && !this.gone) this.paint(this.finest()); }, FINE_MILLISECONDS);
      this.renderer.getContext().flush();
      this.cost = 0.8 * this.cost + 0.2 * (performance.now() - started);
      if (this.last && moving) this.pace(time - this.last, coarser);
      this.last = moving ? time : 0;
      if (moving) this.draw();
    });
  }

  /** Takes note of how long a frame took; where they may be `coarser`, the next ones are as fine as they come fluently. */
  pace(milliseconds, coarser) {
    this.interval = 0.8 * (this.interval || 16) + 0.2 * milliseconds;
    if (!coarser) return;
    this.quick = this.interval < FLUENT_MILLISECONDS / 2 ? this.quick + 1 : 0;
    if (this.interval > FLUENT_MILLISECONDS && this.coarse < DETAILS.length - 1) {
      this.coarse += 1;
      this.interval = 0.75 * FLUENT_MILLISECONDS;
    } else if (this.quick > FINER_AFTER && this.coarse > 0) {
      this.coarse -= 1;
      this.quick = 0;
    }
  }

  /** Whether it turns by itself: until it is touched, and unasked only where that costs nothing that is missed. */
  turns() {
    const cheap = !this.still.matches && !this.busy && Math.max(this.cost, (this.interval || 0) - 20) < SLOW_MILLISECONDS;
    return this.state.turn && !this.touched && !document.hidden && this.models.length > 0 && (cheap || this.wantsTurn);
  }

  /** Has it turn from now on, or stand still. */
  setTurn(on) {
    this.wantsTurn = on;
    this.touched = !on;
    this.draw();
  }

  /** The detail of a picture that stays: in software more than one sample a pixel, which the browser averages. */
  finest() {
    const [, , width, height] = this.part(this.root.clientWidth, this.root.clientHeight);
    const pixels = width * height * this.ratio() ** 2;
    return this.software ? Math.max(1, Math.min(FINE, Math.sqrt(FINE_PIXELS / Math.max(1, pixels)))) : 1;
  }

  /** Pixels of the screen a pixel of the page, as far as they are drawn. */
  ratio() {
    return Math.min(window.devicePixelRatio || 1, 2);
  }

  /** `detail`: share of the pixels of an edge that is drawn. */
  paint(detail = 1) {
    const width = this.root.clientWidth, height = this.root.clientHeight;
    if (!width || !height) return;
    const [x, y, w, h] = this.free();
    this.canvas.style.visibility = this.models.length ? "" : "hidden";
    if (this.models.length) this.fit(this.part(width, height), this.ratio() * detail);
    if (this.models.length <= 1) {
      this.aim(w, h);
      if (this.models.length) {
        const camera = this.lens(w, h), [left, top, across, down] = this.drawnPart;
        camera.setViewOffset(w, h, left - x, top - y, across, down);
        this.paintModel(this.models[0], camera);
        camera.clearViewOffset();
      }
      this.placed = [[x, y, w, h]];
    } else {
      this.placed = cells(this.models.length, w, h).map(([a, b, c, d]) => [x + a, y + b, c, d]);
      this.models.forEach((model, n) => {
        const [cx, cy, cw, ch] = this.placed[n];
        this.aim(cw, ch);
        this.renderer.setViewport(cx, height - cy - ch, cw, ch);
        this.renderer.setScissor(cx, height - cy - ch, cw, ch);
        this.paintModel(model, this.lens(cw, ch));
      });
    }
    this.root.dataset.drawn = String(Number(this.root.dataset.drawn || 0) + 1);
    this.onDraw?.(this);
    this.report();
  }

  /** Makes the canvas as large as a part of the root, with so many pixels a pixel of the page, and empty. */
  fit(part, ratio) {
    const [left, top, width, height] = part, size = `${part} ${ratio}`;
    if (size !== this.size) {
      Object.assign(this, { size, drawnPart: part });
      this.renderer.setPixelRatio(ratio);
      this.renderer.setSize(width, height, false);
      Object.assign(this.canvas.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    }
    this.renderer.setScissor(0, 0, width, height);
    this.renderer.setViewport(0, 0, width, height);
    this.renderer.setClearColor(0, 0);
    this.renderer.clear();
    this.renderer.toneMapping = this.state.shading === "lit" ? NeutralToneMapping : NoToneMapping;
  }

  /**
   * The part of the root that the canvas takes: all of it, or without a graphics card what the object covers, since there
   * clearing, copying and blending every pixel of a canvas costs as much as the object does.
   */
  part(width, height) {
    if (!this.software || this.models.length !== 1 || this.state.grid) return [0, 0, width, height];
    const [x, y, w, h] = this.free();
    this.aim(w, h);
    const bounds = this.models[0].bounds(this.lens(w, h));
    if (!bounds) return [0, 0, width, height];
    const [left, bottom, right, top] = bounds;
    const box = [x + ((left + 1) / 2) * w, y + ((1 - top) / 2) * h, x + ((right + 1) / 2) * w, y + ((1 - bottom) / 2) * h];
    return partAround(box, width, height, this.drawnPart);
  }

  aim(w, h) {
    this.camera.aspect = w / h;
    // A place that is higher than wide would cut the sides off.
    this.camera.zoom = Math.min(1, w / h);
    this.camera.updateProjectionMatrix();
    this.camera.updateMatrixWorld();
  }

  /** The camera to draw with: the controls' own, or a flat one at the same place. */
  lens(w, h) {
    if (!this.state.ortho) return this.camera;
    const half = (this.camera.position.distanceTo(this.controls.target) * Math.tan(MathUtils.degToRad(FOVY / 2))) / this.camera.zoom;
    Object.assign(this.flat, { top: half, bottom: -half, left: (-half * w) / h, right: (half * w) / h });
    this.flat.position.copy(this.camera.position);
    this.flat.quaternion.copy(this.camera.quaternion);
    this.flat.updateProjectionMatrix();
    this.flat.updateMatrixWorld();
    return this.flat;
  }

  paintModel(model, camera) {
    if (!model) return;
    const { section } = this.state;
    this.renderer.clippingPlanes = [];
    if (section && model.half) {
      const normal = new Vector3();
      normal[section.axis] = -1;
      this.renderer.clippingPlanes = [new Plane(normal, (2 * section.at - 1) * model.half[section.axis])];
    }
    model.apply(this.state, camera, this.colors.ink);
    this.renderer.render(model.scene, camera);
  }

  /** The camera in the coordinates of the object or the field: position and target in metres, radians, aspect. */
  pose() {
    const [, , w, h] = this.free();
    const model = this.models[0];
    const radius = model ? model.radius : 1;
    const center = model ? model.center : new Vector3();
    const place = (point) => point.clone().multiplyScalar(radius).add(center).toArray().map((number) => Number(number.toPrecision(6)));
    const zoom = Math.min(1, w / h);
    return {
      position: place(this.camera.position),
      target: place(this.controls.target),
      fovy: 2 * Math.atan(Math.tan(MathUtils.degToRad(FOVY / 2)) / zoom),
      aspect: w / h,
    };
  }

  /** The camera as it stands in the address: azimuth and elevation in degrees, and distance in radii. */
  view() {
    const offset = this.camera.position.clone().sub(this.controls.target);
    return {
      azimuth: MathUtils.radToDeg(Math.atan2(offset.x, offset.z)),
      elevation: MathUtils.radToDeg(Math.asin(MathUtils.clamp(offset.y / offset.length(), -1, 1))),
      distance: offset.length(),
      target: this.controls.target.toArray(),
    };
  }

  report() {
    const text = JSON.stringify(this.view()) + JSON.stringify(this.free());
    if (text === this.reported) return;
    this.reported = text;
    this.onCamera?.(this);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.onRest?.(this), REST_MILLISECONDS);
  }

  home() {
    const fits = 1 / Math.sin(MathUtils.degToRad(FOVY / 2)) / FILL;
    this.look({ ...HOME, distance: fits, target: [0, 0, 0] });
  }

  look({ azimuth, elevation, distance, target }) {
    const a = MathUtils.degToRad(azimuth), e = MathUtils.degToRad(MathUtils.clamp(elevation, -89.9, 89.9));
    if (target) this.controls.target.fromArray(target);
    const length = distance || this.camera.position.distanceTo(this.controls.target);
    this.camera.position.set(Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e)).multiplyScalar(length).add(this.controls.target);
    this.controls.update();
    this.draw();
  }

  /** From the front, the left, the top, or as at first. */
  from(side) {
    this.touched = true;
    const places = { front: [0, 0], left: [-90, 0], right: [90, 0], back: [180, 0], top: [0, 89.9] };
    if (!places[side]) { this.home(); this.touched = false; this.draw(); return; }
    this.look({ azimuth: places[side][0], elevation: places[side][1], target: [0, 0, 0] });
  }

  orbit(azimuth, elevation) {
    const offset = this.camera.position.clone().sub(this.controls.target);
    const radius = offset.length();
    const polar = MathUtils.clamp(Math.acos(MathUtils.clamp(offset.y / radius, -1, 1)) - elevation, 0.02, Math.PI - 0.02);
    const angle = Math.atan2(offset.x, offset.z) - azimuth;
    offset.set(Math.sin(polar) * Math.sin(angle), Math.cos(polar), Math.sin(polar) * Math.cos(angle));
    this.camera.position.copy(this.controls.target).addScaledVector(offset, radius);
  }

  zoom(factor) {
    const offset = this.camera.position.clone().sub(this.controls.target).multiplyScalar(factor);
    offset.clampLength(this.controls.minDistance, this.controls.maxDistance);
    this.camera.position.copy(this.controls.target).add(offset);
  }

  /** Puts the point under the pointer into the middle. */
  focusAt(event) {
    const model = this.models[0];
    if (!model || this.models.length > 1) return;
    const [x, y, w, h] = this.free();
    const box = this.element.getBoundingClientRect();
    const at = new Vector2(((event.clientX - box.left - x) / w) * 2 - 1, 1 - ((event.clientY - box.top - y) / h) * 2);
    this.aim(w, h);
    const ray = new Raycaster();
    ray.setFromCamera(at, this.lens(w, h));
    const [hit] = ray.intersectObjects(model.meshes.map((mesh) => mesh.node), false).filter((each) => each.face);
    if (!hit) return;
    this.touched = true;
    const offset = this.camera.position.clone().sub(this.controls.target).multiplyScalar(0.6);
    this.controls.target.copy(hit.point);
    this.camera.position.copy(hit.point).add(offset);
    this.draw();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const turns = { ArrowLeft: [0.12, 0], ArrowRight: [-0.12, 0], ArrowUp: [0, 0.12], ArrowDown: [0, -0.12] };
    if (turns[event.key]) this.orbit(...turns[event.key]);
    else if (event.key === "+" || event.key === "=") this.zoom(0.9);
    else if (event.key === "-") this.zoom(1 / 0.9);
    else return;
    this.touched = true;
    event.preventDefault();
    this.draw();
  }

  /** The view as a PNG with alpha, cut to the free part. */
  async picture() {
    this.paint(this.finest()); // The drawing buffer holds the picture only until the browser composites it.
    const [x, y, w, h] = this.free(), [left, top, across, down] = this.drawnPart;
    const ratio = this.canvas.width / across;
    const cut = document.createElement("canvas");
    cut.width = Math.round(w * ratio);
    cut.height = Math.round(h * ratio);
    cut.getContext("2d").drawImage(this.canvas, (left - x) * ratio, (top - y) * ratio, across * ratio, down * ratio);
    return new Promise((done) => cut.toBlob(done, "image/png"));
  }

  dispose() {
    this.gone = true;
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    clearTimeout(this.finer);
    this.observer.disconnect();
    this.controls.dispose();
    for (const model of this.models) model.dispose();
    this.renderer.dispose();
    this.element.remove();
  }
}

/** Whether WebGL is drawn by the processor, as far as the browser tells. */
function drawsInSoftware() {
  const context = document.createElement("canvas").getContext("webgl2");
  const names = context?.getExtension("WEBGL_debug_renderer_info");
  const name = context?.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : context.RENDERER) || "";
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return SOFTWARE.test(name);
}
