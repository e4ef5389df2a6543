import {
  Color,
  HalfFloatType,
  type Material,
  Mesh,
  MeshBasicMaterial,
  MeshDepthMaterial,
  NoBlending,
  type Object3D,
  OrthographicCamera,
  PlaneGeometry,
  RGBAFormat,
  Scene,
  ShaderMaterial,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from "three";
import type { Box } from "#lib/kernel/mesh.ts";

const SIZE_PX = 256;

const blurShader = /* glsl */ `
  uniform sampler2D source;
  uniform vec2 stride;
  varying vec2 vUv;
  void main() {
    vec4 sum = vec4(0.0);
    float total = 0.0;
    for (int i = -8; i <= 8; i++) {
      float weight = exp(-float(i * i) / 28.0);
      sum += texture2D(source, vUv + stride * float(i)) * weight;
      total += weight;
    }
    gl_FragColor = sum / total;
  }
`;

const depthShader = { opacity: "1.0 - fragCoordZ", darkness: "0.0" };

/** The soft dark patch where a piece meets the table, drawn once for each new mesh. */
export interface ContactShadow {
  plane: Mesh;
  update(renderer: WebGLRenderer, piece: Object3D, box: Box): void;
  dispose(): void;
}

export function createContactShadow(): ContactShadow {
  const front = renderTarget();
  const back = renderTarget();
  const depth = depthMaterial();
  const blur = blurMaterial();
  const screen = new Mesh(new PlaneGeometry(2, 2), blur);
  const screenScene = new Scene().add(screen);
  const screenCamera = new OrthographicCamera(-1, 1, 1, -1, 0, 1);
  const plane = new Mesh(
    new PlaneGeometry(1, 1),
    new MeshBasicMaterial({
      map: front.texture,
      transparent: true,
      opacity: 0.62,
      depthWrite: false,
    }),
  );

  const pass = (renderer: WebGLRenderer, from: WebGLRenderTarget, to: WebGLRenderTarget) => {
    const across = to === back;
    blur.uniforms.source = { value: from.texture };
    blur.uniforms.stride = {
      value: new Vector2(across ? 1.4 / SIZE_PX : 0, across ? 0 : 1.4 / SIZE_PX),
    };
    renderer.setRenderTarget(to);
    renderer.render(screenScene, screenCamera);
  };

  return {
    plane,
    update(renderer, piece, box) {
      const sizeMm = 1.9 * Math.max(box.max[0] - box.min[0], box.max[1] - box.min[1], 4);
      const centerX = (box.min[0] + box.max[0]) / 2;
      const centerY = (box.min[1] + box.max[1]) / 2;
      plane.scale.setScalar(sizeMm);
      plane.position.set(centerX, centerY, box.min[2] - sizeMm * 5e-4);
      const reachMm = Math.min(Math.max(10, sizeMm / 8), (box.max[2] - box.min[2]) * 0.6);
      const camera = fromBelow(centerX, centerY, box.min[2], sizeMm, reachMm);
      drawDepth(renderer, piece, camera, depth, front);
      pass(renderer, front, back);
      pass(renderer, back, front);
      renderer.setRenderTarget(null);
    },
    dispose() {
      for (const target of [front, back]) target.dispose();
      for (const material of [depth, blur, plane.material as Material]) material.dispose();
      screen.geometry.dispose();
      plane.geometry.dispose();
    },
  };
}

const renderTarget = () =>
  new WebGLRenderTarget(SIZE_PX, SIZE_PX, { format: RGBAFormat, type: HalfFloatType });

/** Black whose alpha is how near the surface is to the table. */
function depthMaterial(): MeshDepthMaterial {
  const material = new MeshDepthMaterial({ blending: NoBlending });
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace(
      "gl_FragColor = vec4( vec3( 1.0 - fragCoordZ ), opacity );",
      `gl_FragColor = vec4( vec3( ${depthShader.darkness} ), ${depthShader.opacity} );`,
    );
  };
  return material;
}

function blurMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader: "varying vec2 vUv; void main() { vUv = uv; gl_Position = vec4(position, 1.0); }",
    fragmentShader: blurShader,
    uniforms: { source: { value: null }, stride: { value: new Vector2() } },
    depthTest: false,
    depthWrite: false,
    blending: NoBlending,
  });
}

function fromBelow(x: number, y: number, floorZ: number, sizeMm: number, reachMm: number) {
  const half = sizeMm / 2;
  const camera = new OrthographicCamera(-half, half, half, -half, 0, reachMm);
  camera.position.set(x, y, floorZ - sizeMm * 1e-3);
  camera.up.set(0, 1, 0);
  camera.lookAt(x, y, floorZ + 1);
  return camera;
}

function drawDepth(
  renderer: WebGLRenderer,
  piece: Object3D,
  camera: OrthographicCamera,
  material: Material,
  target: WebGLRenderTarget,
): void {
  const scene = new Scene();
  const parent = piece.parent;
  scene.add(piece);
  scene.overrideMaterial = material;
  const clear = renderer.getClearColor(new Color());
  const alpha = renderer.getClearAlpha();
  renderer.setClearColor(0x000000, 0);
  renderer.setRenderTarget(target);
  renderer.clear();
  renderer.render(scene, camera);
  renderer.setClearColor(clear, alpha);
  parent?.add(piece);
}
