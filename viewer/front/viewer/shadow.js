// A soft contact shadow: how near the object is to the ground, seen from below, blurred into a texture once.
import {
  CanvasTexture, Color, Mesh, MeshBasicMaterial, MeshDepthMaterial, OrthographicCamera, PlaneGeometry, Vector3,
  WebGLRenderTarget,
} from "three";

const EDGE = 128;
// The plane is drawn with every frame, most of it clear: no larger than the shadow is.
const MARGIN = 1.5;
const HEIGHT = 0.55;
// Of 255: nobody sees a shadow that is fainter.
const FAINT = 4;
/** How dark it is at most: on a light ground, and on a dark one. */
export const SHADOW = 0.36, DEEP_SHADOW = 0.78;

/** A plane below a scene's object that shows its shadow. `half`: half of its extent; `hidden`: what casts none. */
export function contactShadow(renderer, scene, half, hidden) {
  const side = Math.max(half.x, half.z) * MARGIN;
  const camera = new OrthographicCamera(-side, side, side, -side, 0, Math.min(2 * half.y, HEIGHT) + 1e-3);
  camera.position.set(0, -half.y - 1e-3, 0);
  camera.up.set(0, 0, 1);
  camera.lookAt(new Vector3(0, 1, 0));
  const target = new WebGLRenderTarget(EDGE, EDGE);
  const before = { override: scene.overrideMaterial, alpha: renderer.getClearAlpha(), color: renderer.getClearColor(new Color()), target: renderer.getRenderTarget(), planes: renderer.clippingPlanes };
  const depth = new MeshDepthMaterial({ side: 2 });
  scene.overrideMaterial = depth;
  const seen = hidden.map((node) => node.visible);
  hidden.forEach((node) => { node.visible = false; });
  renderer.clippingPlanes = [];
  renderer.setRenderTarget(target);
  renderer.setScissorTest(false);
  renderer.setViewport(0, 0, EDGE, EDGE);
  renderer.setClearColor(0x000000, 1);
  renderer.clear();
  renderer.render(scene, camera);
  const pixels = new Uint8Array(4 * EDGE * EDGE);
  renderer.readRenderTargetPixels(target, 0, 0, EDGE, EDGE, pixels);
  renderer.setRenderTarget(before.target);
  renderer.setClearColor(before.color, before.alpha);
  renderer.setScissorTest(true);
  renderer.clippingPlanes = before.planes;
  scene.overrideMaterial = before.override;
  hidden.forEach((node, n) => { node.visible = seen[n]; });
  target.dispose();
  depth.dispose();

  const sharp = document.createElement("canvas");
  sharp.width = sharp.height = EDGE;
  const image = new ImageData(EDGE, EDGE);
  for (let n = 0; n < EDGE * EDGE; n++) image.data[4 * n + 3] = pixels[4 * n];
  sharp.getContext("2d").putImageData(image, 0, 0);
  const soft = document.createElement("canvas");
  soft.width = soft.height = EDGE;
  const pen = soft.getContext("2d");
  pen.filter = "blur(11px)";
  pen.drawImage(sharp, 0, 0);
  pen.filter = "blur(2.5px)";
  pen.globalAlpha = 0.5;
  pen.drawImage(sharp, 0, 0);

  const map = new CanvasTexture(soft);
  const material = new MeshBasicMaterial({ map, color: 0x0d0805, transparent: true, opacity: SHADOW, depthWrite: false, toneMapped: false });
  const plane = new Mesh(new PlaneGeometry(2 * side, 2 * side), material);
  // Seen from below +X lies where it is; the picture's rows run along +Z.
  plane.rotation.x = -Math.PI / 2;
  plane.scale.y = -1;
  material.side = 2;
  plane.position.y = -half.y - 2e-4;
  plane.renderOrder = -1;
  plane.userData.reach = reach(pen.getImageData(0, 0, EDGE, EDGE).data, side);
  return plane;
}

/** How far from the middle of its plane a shadow is seen. `side`: half of the plane's edge. */
function reach(pixels, side) {
  let most = 0;
  for (let n = 0; n < EDGE * EDGE; n++) {
    if (pixels[4 * n + 3] < FAINT) continue;
    most = Math.max(most, Math.hypot((n % EDGE) + 0.5 - EDGE / 2, Math.floor(n / EDGE) + 0.5 - EDGE / 2));
  }
  return (most / (EDGE / 2)) * side;
}
