// The 3D viewer: one to four GLB models under one camera. Orbit, pan, zoom, four shadings, wireframe, dimensions, light.
//
//     const view = MeshViewer.mount(element, { dark: true, ground: "#1a1c20", accent: "#d9773f" });
//     view.show([{ key: "run@time", label: "a red chair", data: arrayBuffer }]);
//     view.onCameraChange((pose) => ...);   // called whenever the camera has come to rest
//
// It draws only when something changes, loads nothing from anywhere, and writes labels as text, never as markup.
import {
  AmbientLight,
  Box3,
  Box3Helper,
  CanvasTexture,
  Color,
  DirectionalLight,
  DoubleSide,
  FrontSide,
  Group,
  LineBasicMaterial,
  LineSegments,
  MathUtils,
  MeshBasicMaterial,
  MeshMatcapMaterial,
  MeshNormalMaterial,
  MeshStandardMaterial,
  NeutralToneMapping,
  NoToneMapping,
  PerspectiveCamera,
  PMREMGenerator,
  Scene,
  SRGBColorSpace,
  Vector3,
  WebGLRenderer,
  WireframeGeometry,
} from "three";
import { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";
import { RoomEnvironment } from "three/examples/jsm/environments/RoomEnvironment.js";
import { GLTFLoader } from "three/examples/jsm/loaders/GLTFLoader.js";

const MODES = [
  ["lit", "Lit", "Material under an environment and a movable light (1)"],
  ["albedo", "Base colour", "The base colour alone, without light (2)"],
  ["normal", "Normals", "Surface directions as colours (3)"],
  ["matcap", "Matcap", "Shape alone, as clay (4)"],
];
const FOVY = 35;
const REST_MILLISECONDS = 200;

const CSS = `
.bl { position: relative; width: 100%; height: 100%; min-height: 240px; overflow: hidden; border-radius: 8px;
  font: 13px/1.3 "Source Sans", system-ui, sans-serif; color: var(--bl-ink); background: var(--bl-ground);
  --bl-ink: #1f2430; --bl-ground: #dddfe3; --bl-panel: rgba(255,255,255,.86); --bl-line: rgba(20,30,50,.18);
  --bl-on: #a3481a; --bl-on-ink: #fff; }
.bl.dark { --bl-ink: #e6e8ec; --bl-ground: #1b1e24; --bl-panel: rgba(32,36,44,.88); --bl-line: rgba(255,255,255,.18);
  --bl-on: #e08a55; --bl-on-ink: #16181d; }
.bl canvas { position: absolute; inset: 0; width: 100%; height: 100%; display: block; outline: none; }
.bl canvas:focus-visible { box-shadow: inset 0 0 0 2px var(--bl-on); }
.bl-over { position: absolute; inset: 0; pointer-events: none; overflow: hidden; }
.bl-label { position: absolute; padding: 8px 10px; font-weight: 600; white-space: nowrap; overflow: hidden;
  text-overflow: ellipsis; box-sizing: border-box; padding-right: 270px; text-shadow: 0 0 4px var(--bl-ground), 0 0 2px var(--bl-ground); }
.bl-label small { display: block; font-weight: 400; overflow: hidden; text-overflow: ellipsis; }
.bl-size { position: absolute; transform: translate(-50%, -50%); padding: 1px 6px; border-radius: 9px; font-size: 12px;
  background: var(--bl-panel); border: 1px solid var(--bl-line); white-space: nowrap; }
.bl-rule { position: absolute; background: var(--bl-line); }
.bl-note { position: absolute; inset: 0; display: flex; align-items: center; justify-content: center; padding: 24px;
  text-align: center; font-size: 15px; }
.bl-bar { position: absolute; left: 8px; right: 8px; bottom: 8px; display: flex; flex-wrap: wrap; gap: 6px;
  justify-content: center; align-items: center; pointer-events: none; }
.bl-corner { position: absolute; right: 8px; top: 8px; pointer-events: none; }
.bl-set { display: flex; pointer-events: auto; background: var(--bl-panel); border: 1px solid var(--bl-line);
  border-radius: 8px; overflow: hidden; align-items: center; }
.bl-set button { all: unset; box-sizing: border-box; padding: 6px 10px; cursor: pointer; color: var(--bl-ink);
  min-height: 32px; display: inline-flex; align-items: center; }
.bl-set button + button { border-left: 1px solid var(--bl-line); }
.bl-set button:hover { background: var(--bl-line); }
.bl-set button:focus-visible { box-shadow: inset 0 0 0 2px var(--bl-on); }
.bl-set button[aria-pressed="true"] { background: var(--bl-on); color: var(--bl-on-ink); }
.bl-set label { display: inline-flex; align-items: center; gap: 6px; padding: 0 10px; min-height: 32px; }
.bl-set label + label { border-left: 1px solid var(--bl-line); }
.bl-set input[type=range] { width: 76px; accent-color: var(--bl-on); }
.bl-label.whole { padding-right: 10px; }
@media (max-width: 560px) { .bl-set button { padding: 4px 7px; min-height: 30px; font-size: 12px; }
  .bl-set input[type=range] { width: 48px; } .bl-set label { padding: 0 7px; font-size: 12px; }
  .bl-label:not(.whole) { padding: 44px 10px 0; } }
`;

/** Puts a view into `root`; see the top of the file. */
export function mount(root, settings = {}) {
  return new View(root, settings);
}

class View {
  constructor(root, settings) {
    if (!document.getElementById("bl-style")) {
      const style = element("style", "");
      style.id = "bl-style";
      style.textContent = CSS;
      document.head.append(style);
    }
    this.root = root;
    this.box = element("div", "bl");
    root.replaceChildren(this.box);
    this.state = { mode: "lit", wireframe: false, dimensions: false, autoRotate: false, azimuth: 35, strength: 1 };
    this.models = [];
    this.modelKeys = "";
    try {
      this.renderer = new WebGLRenderer({ antialias: true, powerPreference: "low-power" });
    } catch (error) {
      this.showMessage("The 3D viewer needs WebGL, which is switched off in this browser. Switch graphics acceleration on in "
        + "its settings; the pictures beside it work without.");
      this.broken = true;
      return;
    }
    const canvas = this.renderer.domElement;
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "application");
    canvas.setAttribute("aria-label", "3D viewer. Arrow keys orbit, plus and minus zoom, 1 to 4 shading, W wireframe, "
      + "S dimensions, T rotate, R reset.");
    this.overlay = element("div", "bl-over");
    this.toolbar = element("div", "bl-bar");
    this.box.append(canvas, this.overlay, this.toolbar);
    this.renderer.outputColorSpace = SRGBColorSpace;
    this.renderer.setScissorTest(true);
    this.buildEnvironment();

    this.camera = new PerspectiveCamera(FOVY, 1, 0.01, 100);
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.enableDamping = true;
    this.controls.dampingFactor = 0.12;
    this.controls.addEventListener("change", () => this.requestRender());
    this.controls.addEventListener("start", () => this.setToggle("autoRotate", false));
    canvas.addEventListener("keydown", (event) => this.onKey(event));
    canvas.addEventListener("webglcontextlost", (event) => event.preventDefault());
    // What was rendered into a texture is gone with the old context: the environment is made anew.
    canvas.addEventListener("webglcontextrestored", () => {
      this.buildEnvironment();
      for (const model of this.models) model.scene.environment = this.environment;
      this.requestRender();
    });
    // A vertical swipe scrolls the page, a horizontal one orbits.
    canvas.style.touchAction = "pan-y";
    this.buildToolbar();
    this.setTheme(settings);
    this.resetCamera(1);
    new ResizeObserver(() => this.requestRender()).observe(this.box);
  }

  buildEnvironment() {
    const pmrem = new PMREMGenerator(this.renderer);
    // Small, because its light is soft, and software rendering must bear it too.
    this.environment = pmrem.fromScene(new RoomEnvironment(), 0.04, 0.1, 100, { size: 64 }).texture;
    pmrem.dispose();
  }

  /** Shows models: [{ key, label, note, data: ArrayBuffer | Uint8Array }]. Nothing is loaded again when no key changed. */
  async show(models) {
    if (this.broken) return;
    const keys = models.map((model) => model.key).join("\n");
    if (keys === this.modelKeys) return;
    this.modelKeys = keys;
    this.message = "Loading the mesh\u2026";
    this.requestRender();
    const found = await Promise.all(models.map((model) => this.load(model)));
    if (keys !== this.modelKeys) return; // Another set was asked for while these were read.
    this.message = "";
    for (const old of this.models) old.dispose();
    this.models = found;
    this.resetCamera(Math.max(0.01, ...found.map((model) => model.radius)));
    this.requestRender();
  }

  /** Calls back with the camera in the coordinates of a lone model, now and whenever it has come to rest. */
  onCameraChange(callback) {
    this.cameraCallback = callback;
    this.reportedPose = "";
    this.requestRender();
  }

  /** Dark or light, and, if given, the page's own colours for the ground and for what is switched on. */
  setTheme({ dark = false, ground = "", accent = "" }) {
    const wanted = `${dark} ${ground} ${accent}`;
    if (wanted === this.theme) return;
    this.theme = wanted;
    this.box.classList.toggle("dark", dark);
    for (const [name, value] of [["--bl-ground", ground], ["--bl-on", accent]]) {
      if (value) this.box.style.setProperty(name, value);
      else this.box.style.removeProperty(name);
    }
    if (this.broken) return;
    this.ground = new Color(getComputedStyle(this.box).getPropertyValue("--bl-ground").trim());
    this.ink = new Color(dark ? 0xe6e8ec : 0x1f2430);
    for (const model of this.models) model.setInk(this.ink);
    this.requestRender();
  }

  async load({ key, label, note, data }) {
    const scene = new Scene();
    const model = new Model(scene, label, note, key);
    try {
      // A copy of just the file's bytes: what comes may be a window into a larger buffer.
      const bytes = data instanceof ArrayBuffer ? data : data.slice().buffer;
      const gltf = await new GLTFLoader().parseAsync(bytes, "");
      model.add(gltf.scene);
      scene.environment = this.environment;
    } catch (error) {
      model.problem = "This mesh can't be shown: " + (error && error.message ? error.message : String(error));
    }
    model.setInk(this.ink);
    return model;
  }

  resetCamera(radius) {
    this.radius = radius;
    const distance = (radius / Math.sin(MathUtils.degToRad(FOVY / 2))) * 1.08;
    const elevation = MathUtils.degToRad(18), azimuth = MathUtils.degToRad(25);
    this.controls.target.set(0, 0, 0);
    this.camera.position.set(
      distance * Math.cos(elevation) * Math.sin(azimuth),
      distance * Math.sin(elevation),
      distance * Math.cos(elevation) * Math.cos(azimuth),
    );
    this.camera.near = distance / 100;
    this.camera.far = distance * 20;
    this.controls.minDistance = radius * 0.2;
    this.controls.maxDistance = distance * 8;
    this.controls.update();
  }

  /** Draws in the next frame; goes on drawing only while something moves. */
  requestRender() {
    if (this.frameRequest || this.broken) return;
    this.frameRequest = requestAnimationFrame((now) => {
      this.frameRequest = 0;
      const passed = Math.min(0.1, (now - (this.lastFrameTime || now)) / 1000);
      this.lastFrameTime = now;
      if (this.state.autoRotate) this.orbit(-passed * 0.7, 0);
      const moving = this.controls.update(passed);
      this.render();
      if (moving || this.state.autoRotate) this.requestRender();
      else this.lastFrameTime = 0;
    });
  }

  render() {
    const width = this.box.clientWidth, height = this.box.clientHeight;
    if (!width || !height) return;
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    this.renderer.setPixelRatio(ratio);
    this.renderer.setSize(width, height, false);
    this.renderer.toneMapping = this.state.mode === "lit" ? NeutralToneMapping : NoToneMapping;
    // The controls below get room of their own: they must not hide the object.
    const cells = layout(this.models.length || 1, width, Math.max(120, height - this.toolbar.offsetHeight - 12));
    this.renderer.setScissor(0, 0, width, height);
    this.renderer.setViewport(0, 0, width, height);
    this.renderer.setClearColor(this.ground, 1);
    this.renderer.clear();
    const pieces = [];
    this.models.forEach((model, n) => {
      const [x, y, w, h] = cells[n];
      this.camera.aspect = w / h;
      // A cell that is higher than wide would cut the sides off.
      this.camera.zoom = Math.min(1, w / h);
      this.camera.updateProjectionMatrix();
      model.applyState(this.state, this.camera);
      this.renderer.setViewport(x, height - y - h, w, h);
      this.renderer.setScissor(x, height - y - h, w, h);
      this.renderer.render(model.scene, this.camera);
      const label = element("div", "bl-label", model.label);
      // Only the label below the buttons of the corner must leave them room.
      if (y > 0 || x + w < width - 1) label.classList.add("whole");
      Object.assign(label.style, { left: `${x}px`, top: `${y}px`, maxWidth: `${w}px` });
      const note = model.problem || [model.note, model.counts].filter(Boolean).join(" · ");
      label.append(element("small", "", note));
      pieces.push(label);
      if (this.state.dimensions) pieces.push(...model.dimensionLabels(this.camera, x, y, w, h));
      if (x > 0) pieces.push(rule(x, y, 1, h));
      if (y > 0) pieces.push(rule(x, y, w, 1));
    });
    if (this.message) pieces.push(element("div", "bl-note", this.message));
    this.overlay.replaceChildren(...pieces);
    this.reportCamera();
    this.box.dataset.drawn = String(Number(this.box.dataset.drawn || 0) + 1);
    this.box.dataset.models = String(this.models.filter((model) => !model.problem).length);
  }

  /** Sends the pose of the camera, once nothing has moved for a moment. */
  reportCamera() {
    const [model] = this.models;
    if (!this.cameraCallback || this.models.length !== 1 || model.problem) return;
    const round = (number) => Number(number.toFixed(4));
    const place = (point) => point.clone().add(model.center).toArray().map(round);
    const half = Math.tan(MathUtils.degToRad(FOVY / 2)) / this.camera.zoom;
    const pose = {
      key: model.key,
      position: place(this.camera.position),
      target: place(this.controls.target),
      fovy: round(2 * Math.atan(half)),
      aspect: round(this.camera.aspect),
    };
    const text = JSON.stringify(pose);
    clearTimeout(this.cameraTimer);
    if (text === this.reportedPose) return;
    this.cameraTimer = setTimeout(() => {
      this.reportedPose = text;
      if (this.cameraCallback) this.cameraCallback(pose);
    }, REST_MILLISECONDS);
  }

  showMessage(text) {
    if (this.overlay) {
      this.message = text;
      this.requestRender();
    } else this.box.append(element("div", "bl-note", text));
  }

  orbit(azimuth, elevation) {
    const offset = this.camera.position.clone().sub(this.controls.target);
    const radius = offset.length();
    const polar = MathUtils.clamp(Math.acos(offset.y / radius) - elevation, 0.02, Math.PI - 0.02);
    const angle = Math.atan2(offset.x, offset.z) - azimuth;
    offset.set(Math.sin(polar) * Math.sin(angle), Math.cos(polar), Math.sin(polar) * Math.cos(angle));
    this.camera.position.copy(this.controls.target).addScaledVector(offset, radius);
  }

  zoom(factor) {
    const offset = this.camera.position.clone().sub(this.controls.target).multiplyScalar(factor);
    offset.clampLength(this.controls.minDistance, this.controls.maxDistance);
    this.camera.position.copy(this.controls.target).add(offset);
  }

  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const turns = { ArrowLeft: [0.12, 0], ArrowRight: [-0.12, 0], ArrowUp: [0, 0.12], ArrowDown: [0, -0.12] };
    const name = event.key.toLowerCase();
    if (turns[event.key]) this.orbit(...turns[event.key]);
    else if (name === "+" || name === "=") this.zoom(0.9);
    else if (name === "-") this.zoom(1 / 0.9);
    else if ("1234".includes(name)) this.setShading(MODES[Number(name) - 1][0]);
    else if (name === "w") this.setToggle("wireframe");
    else if (name === "s") this.setToggle("dimensions");
    else if (name === "t") this.setToggle("autoRotate");
    else if (name === "r") this.resetCamera(this.radius);
    else return;
    event.preventDefault();
    this.requestRender();
  }

  setShading(mode) {
    this.state.mode = mode;
    for (const [name, button] of Object.entries(this.modeButtons)) button.ariaPressed = String(name === mode);
    this.lightControls.style.display = mode === "lit" ? "" : "none";
    this.requestRender();
  }

  setToggle(name, on = !this.state[name]) {
    if (this.state[name] === on) return;
    this.state[name] = on;
    this.toggleButtons[name].ariaPressed = String(on);
    this.requestRender();
  }

  saveImage() {
    this.render(); // The drawing buffer holds the picture only until the browser composites it.
    this.renderer.domElement.toBlob((blob) => {
      const link = element("a", "");
      link.href = URL.createObjectURL(blob);
      link.download = "view.png";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    });
  }

  buildToolbar() {
    const modes = element("div", "bl-set");
    modes.setAttribute("role", "group");
    modes.setAttribute("aria-label", "Shading");
    this.modeButtons = {};
    for (const [name, text, title] of MODES) {
      this.modeButtons[name] = toggleButton(text, title, name === this.state.mode, () => this.setShading(name));
      modes.append(this.modeButtons[name]);
    }
    const switches = element("div", "bl-set");
    this.toggleButtons = {};
    for (const [name, text, title] of [
      ["wireframe", "Wireframe", "Edges of the triangles (W)"],
      ["dimensions", "Dimensions", "Width, height and depth (S)"],
      ["autoRotate", "Rotate", "Rotate by itself (T)"],
    ]) {
      this.toggleButtons[name] = toggleButton(text, title, false, () => this.setToggle(name));
      switches.append(this.toggleButtons[name]);
    }
    this.lightControls = element("div", "bl-set");
    this.lightControls.append(
      slider("Light", "Direction of the light, degrees", -180, 180, this.state.azimuth, (value) => {
        this.state.azimuth = value;
        this.requestRender();
      }),
      slider("Intensity", "Strength of the light", 0, 3, this.state.strength, (value) => {
        this.state.strength = value;
        this.requestRender();
      }, 0.05),
    );
    const acts = element("div", "bl-set");
    acts.append(
      iconButton("Reset", "Reset the camera (R)", () => {
        this.resetCamera(this.radius);
        this.requestRender();
      }),
      iconButton("Screenshot", "Save this view as view.png", () => this.saveImage()),
    );
    if (document.fullscreenEnabled) {
      acts.append(iconButton("Full screen", "Escape leaves", () => {
        if (document.fullscreenElement) document.exitFullscreen();
        else this.box.requestFullscreen();
      }));
    }
    this.toolbar.append(modes, switches, this.lightControls);
    const corner = element("div", "bl-corner");
    corner.append(acts);
    this.box.append(corner);
  }
}

/** One object: its own scene, so that several can be drawn side by side. */
class Model {
  constructor(scene, label, note, key) {
    Object.assign(this, { scene, label: label || "", note: note || "", key, radius: 0, counts: "", problem: "" });
    this.meshes = [];
    this.extent = new Vector3();
    this.lines = new LineBasicMaterial({ transparent: true, opacity: 0.35 });
    this.light = new DirectionalLight(0xffffff, 2);
    this.fill = new AmbientLight(0xffffff, 0.1);
    scene.add(this.light, this.fill);
  }

  add(root) {
    const box = new Box3().setFromObject(root);
    if (box.isEmpty()) throw new Error("it holds no triangles");
    box.getSize(this.extent);
    const center = this.center = box.getCenter(new Vector3());
    const group = new Group();
    group.add(root);
    group.position.copy(center).negate();
    this.scene.add(group);
    this.radius = this.extent.length() / 2;
    let faces = 0, vertices = 0;
    root.traverse((node) => {
      if (!node.isMesh) return;
      const { geometry } = node;
      if (!geometry.attributes.normal) geometry.computeVertexNormals();
      vertices += geometry.attributes.position.count;
      faces += (geometry.index ? geometry.index.count : geometry.attributes.position.count) / 3;
      this.meshes.push({ node, original: node.material });
    });
    this.counts = `${Math.round(faces).toLocaleString("en")} faces, ${vertices.toLocaleString("en")} vertices`;
    this.frameBox = new Box3Helper(new Box3().setFromCenterAndSize(new Vector3(), this.extent));
    this.frameBox.material.dispose();
    this.frameBox.material = this.lines;
    this.frameBox.visible = false;
    this.scene.add(this.frameBox);
  }

  setInk(ink) {
    this.lines.color.copy(ink);
  }

  applyState(state, camera) {
    for (const mesh of this.meshes) {
      mesh.node.material = this.shadedMaterial(mesh, state.mode);
      if (state.wireframe && !mesh.wires) {
        mesh.wires = new LineSegments(new WireframeGeometry(mesh.node.geometry), this.lines);
        mesh.node.add(mesh.wires);
      }
      if (mesh.wires) mesh.wires.visible = state.wireframe;
    }
    if (this.frameBox) this.frameBox.visible = state.dimensions;
    // The light stands relative to the viewer, as a lamp that is carried along: the seen side is never all dark.
    const around = Math.atan2(camera.position.x, camera.position.z) + MathUtils.degToRad(state.azimuth);
    this.light.position.set(Math.sin(around), 0.8, Math.cos(around)).multiplyScalar(10);
    this.light.intensity = 1.5 * state.strength;
    this.scene.environmentIntensity = 0.15 + 0.3 * state.strength;
  }

  shadedMaterial(mesh, mode) {
    if (mode === "lit") return mesh.original;
    if (!mesh[mode]) {
      const { map = null, vertexColors = false } = mesh.original;
      const common = { side: DoubleSide, polygonOffset: true, polygonOffsetFactor: 1, polygonOffsetUnits: 1 };
      if (mode === "albedo") {
        // Glass stays glass, its back faces unseen as when it is lit.
        const { color, transparent, depthWrite } = mesh.original;
        const side = transparent ? FrontSide : DoubleSide;
        mesh[mode] = new MeshBasicMaterial({ map, vertexColors, color, ...common, transparent, depthWrite, side });
      }
      else if (mode === "normal") mesh[mode] = new MeshNormalMaterial(common);
      else mesh[mode] = new MeshMatcapMaterial({ matcap: clay(), ...common });
    }
    return mesh[mode];
  }

  /** Labels of width, height and depth at the edges of the box that face the viewer. */
  dimensionLabels(camera, x, y, w, h) {
    if (this.problem) return [];
    const half = this.extent.clone().multiplyScalar(0.5);
    const side = camera.position.clone();
    const sx = Math.sign(side.x) || 1, sz = Math.sign(side.z) || 1;
    const places = [
      [new Vector3(0, -half.y, sz * half.z), "W", this.extent.x],
      [new Vector3(sx * half.x, 0, -sz * half.z), "H", this.extent.y],
      [new Vector3(sx * half.x, -half.y, 0), "D", this.extent.z],
    ];
    return places.map(([place, name, length]) => {
      place.project(camera);
      const label = element("div", "bl-size", `${name} ${length.toFixed(2)} m`);
      label.style.left = `${x + ((place.x + 1) / 2) * w}px`;
      label.style.top = `${y + ((1 - place.y) / 2) * h}px`;
      return label;
    });
  }

  dispose() {
    for (const mesh of this.meshes) {
      mesh.node.geometry.dispose();
      mesh.wires?.geometry.dispose();
      for (const name of ["original", "albedo", "normal", "matcap"]) {
        mesh[name]?.map?.dispose();
        mesh[name]?.dispose();
      }
    }
    this.lines.dispose();
  }
}

let clayTexture = null;

/** A matcap drawn here: warm clay under a soft light from the upper left, with a rim. */
function clay() {
  if (clayTexture) return clayTexture;
  const size = 256;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const pen = canvas.getContext("2d");
  const body = pen.createRadialGradient(size * 0.36, size * 0.3, size * 0.02, size * 0.5, size * 0.5, size * 0.52);
  for (const [at, color] of [[0, "#fff3e6"], [0.25, "#dcb794"], [0.6, "#a3714f"], [0.9, "#553526"], [1, "#7a6f78"]]) {
    body.addColorStop(at, color);
  }
  pen.fillStyle = body;
  pen.fillRect(0, 0, size, size);
  clayTexture = new CanvasTexture(canvas);
  clayTexture.colorSpace = SRGBColorSpace;
  return clayTexture;
}

/** Cells [x, y, w, h] for n models: one, two beside or above each other, or a grid of two by two. */
function layout(n, width, height) {
  if (n === 1) return [[0, 0, width, height]];
  if (n === 2) {
    return width >= height
      ? [[0, 0, width / 2, height], [width / 2, 0, width / 2, height]]
      : [[0, 0, width, height / 2], [0, height / 2, width, height / 2]];
  }
  if (n === 3 && width >= height * 1.5) return [0, 1, 2].map((k) => [(k * width) / 3, 0, width / 3, height]);
  return [0, 1, 2, 3].map((k) => [((k % 2) * width) / 2, (Math.floor(k / 2) * height) / 2, width / 2, height / 2]);
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function rule(x, y, w, h) {
  const line = element("div", "bl-rule");
  Object.assign(line.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
  return line;
}

function iconButton(text, title, action) {
  const button = element("button", "", text);
  button.type = "button";
  button.title = title;
  button.addEventListener("click", action);
  return button;
}

function toggleButton(text, title, on, action) {
  const button = iconButton(text, title, action);
  button.setAttribute("aria-pressed", String(on));
  return button;
}

function slider(text, title, low, high, value, changed, step = 1) {
  const label = element("label", "", text);
  label.title = title;
  const input = element("input", "");
  Object.assign(input, { type: "range", min: low, max: high, step, value });
  input.addEventListener("input", () => changed(Number(input.value)));
  label.append(input);
  return label;
}

window.MeshViewer = { mount };
