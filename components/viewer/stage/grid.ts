import { type Color, DoubleSide, Mesh, PlaneGeometry, ShaderMaterial } from "three";

const vertexShader = /* glsl */ `
  varying vec2 vMm;
  void main() {
    vec4 world = modelMatrix * vec4(position, 1.0);
    vMm = world.xy;
    gl_Position = projectionMatrix * viewMatrix * world;
  }
`;

const fragmentShader = /* glsl */ `
  uniform vec3 ink;
  uniform vec2 center;
  uniform float reach;
  uniform float stepMm;
  varying vec2 vMm;

  float lines(float everyMm, float width) {
    vec2 at = vMm / everyMm;
    vec2 wide = fwidth(at);
    vec2 away = abs(fract(at - 0.5) - 0.5) / max(wide, 1e-6);
    float line = 1.0 - min(min(away.x, away.y) / width, 1.0);
    // Lines closer than a few pixels melt into a tone instead of flickering.
    return line * (1.0 - smoothstep(0.12, 0.45, max(wide.x, wide.y)));
  }

  void main() {
    float fade = 1.0 - smoothstep(0.35, 1.0, distance(vMm, center) / reach);
    float ink1 = lines(stepMm, 1.0) * 0.16;
    float ink5 = lines(5.0 * stepMm, 1.2) * 0.2;
    float ink10 = lines(10.0 * stepMm, 1.5) * 0.42;
    float ink100 = lines(100.0, 1.5) * 0.42;
    float alpha = max(max(ink1, ink5), max(ink10, ink100)) * fade;
    if (alpha < 0.003) discard;
    gl_FragColor = vec4(ink, alpha);
    #include <colorspace_fragment>
  }
`;

/**
 * A grid on the table: fine lines each step, stronger ones each 5 and 10 steps, fading outwards. A step is a
 * millimetre under small pieces, a centimetre under large ones.
 */
export function createGrid(): Mesh<PlaneGeometry, ShaderMaterial> {
  const material = new ShaderMaterial({
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    uniforms: {
      ink: { value: null },
      center: { value: [0, 0] },
      reach: { value: 30 },
      stepMm: { value: 1 },
    },
  });
  const grid = new Mesh(new PlaneGeometry(1, 1), material);
  grid.renderOrder = 1;
  return grid;
}

/** From this reach on the grid counts centimetres. */
const LARGE_MM = 180;

/** Lays the grid under a piece. */
export function placeGrid(
  grid: Mesh<PlaneGeometry, ShaderMaterial>,
  place: { centerX: number; centerY: number; floorZ: number; reachMm: number },
): void {
  grid.position.set(place.centerX, place.centerY, place.floorZ);
  grid.scale.setScalar(2 * place.reachMm);
  grid.material.uniforms.stepMm = { value: place.reachMm > LARGE_MM ? 10 : 1 };
  grid.material.uniforms.center = { value: [place.centerX, place.centerY] };
  grid.material.uniforms.reach = { value: place.reachMm };
}

export function inkGrid(grid: Mesh<PlaneGeometry, ShaderMaterial>, ink: Color): void {
  grid.material.uniforms.ink = { value: ink };
}
