// Three environments that light an object, each built here from a few surfaces, so that none is fetched.
import {
  BackSide, BoxGeometry, Color, Mesh, MeshBasicMaterial, PMREMGenerator, Scene, ShaderMaterial, SphereGeometry,
} from "three";
import { RoomEnvironment } from "three/examples/jsm/environments/RoomEnvironment.js";

export const ENVIRONMENTS = ["studio", "daylight", "dusk"];

/** A sky from zenith to horizon to ground, with a soft sun. */
function sky(zenith, horizon, ground, sun, sunDirection, strength) {
  const scene = new Scene();
  const material = new ShaderMaterial({
    side: BackSide,
    uniforms: {
      zenith: { value: new Color(zenith) },
      horizon: { value: new Color(horizon) },
      ground: { value: new Color(ground) },
    },
    vertexShader: "varying vec3 way; void main() { way = position; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }",
    fragmentShader: `varying vec3 way; uniform vec3 zenith, horizon, ground;
      void main() { float h = normalize(way).y;
        vec3 above = mix(horizon, zenith, pow(max(h, 0.0), 0.55));
        gl_FragColor = vec4(mix(above, ground, smoothstep(0.02, -0.12, h)), 1.0); }`,
  });
  scene.add(new Mesh(new SphereGeometry(50, 32, 24), material));
  const lamp = new Mesh(new BoxGeometry(9, 9, 9), new MeshBasicMaterial());
  lamp.material.color.set(sun).multiplyScalar(strength);
  lamp.position.set(...sunDirection).multiplyScalar(35);
  scene.add(lamp);
  return scene;
}

const BUILDERS = {
  studio: () => new RoomEnvironment(),
  daylight: () => sky("#6f9fd8", "#e9eef2", "#8a7f70", "#fff4e2", [0.5, 0.72, 0.48], 28),
  dusk: () => sky("#2b3358", "#f0a36b", "#3a2f2c", "#ffb070", [-0.72, 0.22, 0.55], 30),
};

/** The light of an environment as a texture for `scene.environment`. */
export function environmentTexture(renderer, name) {
  const pmrem = new PMREMGenerator(renderer);
  const scene = (BUILDERS[name] || BUILDERS.studio)();
  // Small, because its light is soft, and software rendering must bear it too.
  const { texture } = pmrem.fromScene(scene, 0.04, 0.1, 100, { size: 64 });
  pmrem.dispose();
  return texture;
}
