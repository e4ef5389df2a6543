import {
  BackSide,
  BufferAttribute,
  Color,
  CubeCamera,
  type CubeTexture,
  HalfFloatType,
  LinearMipmapLinearFilter,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  PMREMGenerator,
  Scene,
  SphereGeometry,
  type Texture,
  Vector3,
  WebGLCubeRenderTarget,
  type WebGLRenderer,
} from "three";

/** A rectangular soft light of the studio: where it hangs, how large it is, how bright. */
interface Softbox {
  at: [x: number, y: number, z: number];
  size: [width: number, height: number];
  /** Linear radiance; the walls have about 0.5. */
  brightness: number;
  tint?: string;
}

/** A jeweller's light tent: one broad light above, two edges, a low fill and small lights that make stones sparkle. */
const SOFTBOXES: Softbox[] = [
  { at: [0, 4.2, 9], size: [9, 3.4], brightness: 9 },
  { at: [-9.5, -3, 2.6], size: [2.6, 9], brightness: 11, tint: "#fff4e6" },
  { at: [9.5, -3.5, 4], size: [1.6, 8], brightness: 13, tint: "#eef4ff" },
  { at: [0.5, -10, 3.4], size: [5, 1.2], brightness: 6 },
  { at: [1, 10, 4.5], size: [9, 2.4], brightness: 7 },
  { at: [-5, -7, 7], size: [1.1, 1.1], brightness: 30 },
  { at: [6, -6, 8], size: [0.9, 0.9], brightness: 30 },
  { at: [-3, 6, 8.5], size: [1, 1], brightness: 24 },
  { at: [4.5, 2, 9], size: [0.7, 0.7], brightness: 34 },
];

export interface StudioLight {
  /** Blurred by roughness, for metal. */
  environment: Texture;
  /** Sharp, for light that leaves a stone. */
  sharp: CubeTexture;
  dispose(): void;
}

/** The studio around the piece, drawn once on the graphics card; nothing is downloaded. */
export function createStudioLight(renderer: WebGLRenderer): StudioLight {
  const scene = studioScene();
  const generator = new PMREMGenerator(renderer);
  const blurred = generator.fromScene(scene, 0, 0.1, 100);
  const cube = new WebGLCubeRenderTarget(256, {
    type: HalfFloatType,
    generateMipmaps: true,
    minFilter: LinearMipmapLinearFilter,
  });
  new CubeCamera(0.1, 100, cube).update(renderer, scene);
  generator.dispose();
  scene.traverse((object) => {
    if (object instanceof Mesh) {
      object.geometry.dispose();
      for (const material of [object.material].flat()) material.dispose();
    }
  });
  return {
    environment: blurred.texture,
    sharp: cube.texture,
    dispose() {
      blurred.dispose();
      cube.dispose();
    },
  };
}

function studioScene(): Scene {
  const scene = new Scene();
  scene.add(tent());
  for (const box of SOFTBOXES) scene.add(softbox(box));
  return scene;
}

/**
 * The tent's cloth: a pale table, a dark belt at eye height, light above. Polished metal shows
 * this contrast between the lamps; without it gold looks like clay.
 */
function tent(): Mesh {
  const geometry = new SphereGeometry(14, 48, 32);
  const position = geometry.getAttribute("position");
  const colors = new Float32Array(position.count * 3);
  for (let at = 0; at < position.count; at++) {
    colors.fill(cloth(position.getZ(at) / 14), at * 3, at * 3 + 3);
  }
  geometry.setAttribute("color", new BufferAttribute(colors, 3));
  return new Mesh(geometry, new MeshBasicMaterial({ vertexColors: true, side: BackSide }));
}

/** Radiance of the cloth by height, −1 straight down to 1 straight up. */
function cloth(height: number): number {
  if (height < 0) return 0.1 + 0.62 * smooth(0.02, 0.75, -height);
  return 0.1 + 0.85 * smooth(0.1, 0.85, height);
}

function smooth(from: number, to: number, value: number): number {
  const part = Math.min(Math.max((value - from) / (to - from), 0), 1);
  return part * part * (3 - 2 * part);
}

function softbox({ at, size, brightness, tint }: Softbox): Mesh {
  const color = new Color(tint ?? "#ffffff").multiplyScalar(brightness);
  const light = new Mesh(new PlaneGeometry(...size), new MeshBasicMaterial({ color }));
  light.position.set(...at);
  light.lookAt(new Vector3(0, 0, 0));
  return light;
}
