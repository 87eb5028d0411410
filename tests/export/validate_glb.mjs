// node validate_glb.mjs FILE.glb ...  prints {"FILE.glb": {numErrors, numWarnings, messages: [...]}, ...} as JSON.
// Install once: npm ci --prefix tests/export
import { readFile } from "node:fs/promises";
import validator from "gltf-validator";

const reports = {};
for (const path of process.argv.slice(2)) {
  const report = await validator.validateBytes(new Uint8Array(await readFile(path)), { maxIssues: 100 });
  reports[path] = report.issues;
}
console.log(JSON.stringify(reports));
