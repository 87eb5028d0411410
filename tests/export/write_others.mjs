// What other programs make of one GLB: node write_others.mjs IN.glb OUT_FOLDER
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join as beside } from "node:path";
import { NodeIO } from "@gltf-transform/core";
import { ALL_EXTENSIONS, EXTMeshoptCompression, KHRDracoMeshCompression } from "@gltf-transform/extensions";
import { dedup, flatten, instance, join, quantize, reorder, sparse, weld } from "@gltf-transform/functions";
import draco3d from "draco3dgltf";
import { MeshoptDecoder, MeshoptEncoder } from "meshoptimizer";

const [source, folder] = process.argv.slice(2);
await Promise.all([MeshoptDecoder.ready, MeshoptEncoder.ready]);
const io = new NodeIO().registerExtensions(ALL_EXTENSIONS).registerDependencies({
  "draco3d.encoder": await draco3d.createEncoderModule(),
  "draco3d.decoder": await draco3d.createDecoderModule(),
  "meshopt.encoder": MeshoptEncoder,
  "meshopt.decoder": MeshoptDecoder,
});
const ways = {
  plain: [],
  joined: [dedup(), flatten(), join()],
  quantized: [quantize({ quantizePosition: 14, quantizeTexcoord: 12 })],
  instanced: [dedup(), instance({ min: 2 })],
  sparse: [sparse({ ratio: 1 })],
  welded: [weld(), reorder({ encoder: MeshoptEncoder })],
  meshopt: [
    reorder({ encoder: MeshoptEncoder }),
    quantize(),
    (document) =>
      document.createExtension(EXTMeshoptCompression).setRequired(true).setEncoderOptions({ method: "filter" }),
  ],
  draco: [weld(), (document) => document.createExtension(KHRDracoMeshCompression).setRequired(true)],
};
for (const [name, steps] of Object.entries(ways)) {
  const document = await io.read(source);
  document.setLogger({ debug() {}, info() {}, warn() {}, error() {} });
  await document.transform(...steps);
  await io.write(beside(folder, `${name}.glb`), document);
}
const gltfpack = createRequire(import.meta.url).resolve("gltfpack/cli.js");
const packs = {
  packed: [],
  compressed: ["-c"],
  fallback: ["-c", "-cf"],
  khr: ["-cz", "-ce", "khr"],
  floats: ["-vpf", "-vtf", "-noq"],
  instances: ["-mi"],
};
for (const [name, options] of Object.entries(packs)) {
  const paths = ["-i", source, "-o", beside(folder, `${name}.glb`)];
  execFileSync(process.execPath, [gltfpack, ...paths, ...options], { stdio: "pipe" });
}
