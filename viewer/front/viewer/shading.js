// Ways to shade a mesh: its own material, or one channel of it.
import {
  CanvasTexture, DoubleSide, FrontSide, MeshBasicMaterial, MeshMatcapMaterial, MeshNormalMaterial, RepeatWrapping,
  SRGBColorSpace,
} from "three";

export const SHADINGS = ["lit", "base", "normals", "roughness", "metallic", "occlusion", "uv", "matcap"];

const CHANNELS = {
  roughness: "vec3(roughnessFactor)",
  metallic: "vec3(metalnessFactor)",
  occlusion: "bzOcclusion()",
};
const OFFSET = { polygonOffset: true, polygonOffsetFactor: 1, polygonOffsetUnits: 1 };

/** The material of a mesh for a way of shading; `original` is its own. */
export function shaded(original, mode, geometry) {
  if (mode === "lit") return original;
  const { map = null, vertexColors = false } = original;
  if (mode === "base") {
    // Glass stays glass, its back faces unseen as when it is lit.
    const { color, transparent, depthWrite } = original;
    const side = transparent ? FrontSide : DoubleSide;
    return new MeshBasicMaterial({ map, vertexColors, color, side, transparent, depthWrite, toneMapped: false, ...OFFSET });
  }
  if (mode === "normals") return new MeshNormalMaterial({ side: DoubleSide, ...OFFSET });
  if (mode === "matcap") return new MeshMatcapMaterial({ matcap: clay(), side: DoubleSide, ...OFFSET });
  if (mode === "uv") {
    const options = geometry.attributes.uv ? { map: checker() } : { color: 0x9b958c };
    return new MeshBasicMaterial({ ...options, side: DoubleSide, toneMapped: false, ...OFFSET });
  }
  return channel(original, CHANNELS[mode], mode);
}

/** The original material that shows one of its factors instead of light. */
function channel(original, expression, mode) {
  const material = original.clone();
  Object.assign(material, { side: DoubleSide, toneMapped: false, transparent: false, ...OFFSET });
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader
      .replace("void main() {", `vec3 bzOcclusion() {
        #ifdef USE_AOMAP
          return vec3(texture2D(aoMap, vAoMapUv).r);
        #else
          return vec3(1.0);
        #endif
      }
      void main() {`)
      .replace("#include <opaque_fragment>", `outgoingLight = ${expression};\n#include <opaque_fragment>`);
  };
  material.customProgramCacheKey = () => `bz-${mode}`;
  return material;
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
  clayTexture.isShared = true;
  return clayTexture;
}

let checkerTexture = null;

/** Squares with numbers' worth of hue, so that stretch, seams and mirroring are seen. */
function checker() {
  if (checkerTexture) return checkerTexture;
  const n = 16, cell = 32;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = n * cell;
  const pen = canvas.getContext("2d");
  for (let y = 0; y < n; y++) {
    for (let x = 0; x < n; x++) {
      pen.fillStyle = `hsl(${(x * 360) / n} ${(x + y) % 2 ? 55 : 25}% ${(x + y) % 2 ? 48 : 74 - y}%)`;
      pen.fillRect(x * cell, y * cell, cell, cell);
    }
  }
  checkerTexture = new CanvasTexture(canvas);
  checkerTexture.colorSpace = SRGBColorSpace;
  checkerTexture.isShared = true;
  checkerTexture.wrapS = checkerTexture.wrapT = RepeatWrapping;
  return checkerTexture;
}
