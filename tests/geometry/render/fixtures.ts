import type { Mesh, Part, Vec3 } from "#lib/kernel/mesh.ts";
import type { Light } from "#lib/kernel/render/colour.ts";
import { bakeFormLight } from "#lib/kernel/render/form-light.ts";
import { type Geometry, prepareGeometry } from "#lib/kernel/render/geometry.ts";
import { bakeLightDirections } from "#lib/kernel/render/light-directions.ts";
import type { Lighting } from "#lib/kernel/render/lighting.ts";
import { type PictureSpec, type Shot, setUpShot } from "#lib/kernel/render/shot.ts";
import { bakeSky, meanLight } from "#lib/kernel/render/sky.ts";
import type { Surface } from "#lib/kernel/render/surface.ts";

/** A sphere of latitude and longitude strips with smooth normals. */
export function sphere(radiusMm: number, strips = 32): Mesh {
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  for (let j = 0; j <= strips; j++)
    for (let i = 0; i <= strips; i++) {
      const polar = (j / strips) * Math.PI;
      const around = (i / strips) * 2 * Math.PI;
      const n = [
        Math.sin(polar) * Math.cos(around),
        Math.sin(polar) * Math.sin(around),
        Math.cos(polar),
      ];
      normals.push(...n);
      positions.push(...n.map((v) => v * radiusMm));
    }
  for (let j = 0; j < strips; j++)
    for (let i = 0; i < strips; i++) {
      const a = j * (strips + 1) + i;
      const b = a + strips + 1;
      if (j > 0) indices.push(a, b, a + 1);
      if (j < strips - 1) indices.push(a + 1, b, b + 1);
    }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    indices: Uint32Array.from(indices),
  };
}

/** A stone of eight facets; its half-spaces are left to the renderer to find. */
export function octahedron(radiusMm: number): Mesh {
  const r = radiusMm;
  const positions = [r, 0, 0, -r, 0, 0, 0, r, 0, 0, -r, 0, 0, 0, r, 0, 0, -r];
  const indices = [4, 0, 2, 4, 2, 1, 4, 1, 3, 4, 3, 0, 5, 2, 0, 5, 1, 2, 5, 3, 1, 5, 0, 3];
  return { positions: Float32Array.from(positions), indices: Uint32Array.from(indices) };
}

export const ball: Part = {
  name: "ball",
  role: "metal",
  material: "gold-18k-yellow",
  mesh: sphere(5),
};

export const stone: Part = {
  name: "stone",
  role: "stone",
  material: "diamond",
  mesh: octahedron(5),
};

export const smallPicture: PictureSpec = {
  view: "hero",
  seed: 0,
  widthPx: 24,
  heightPx: 24,
  quality: "draft",
  background: "light",
};

/** Light that says of each direction what `radiance` does, for metal and stones alike. */
export function lightingOf(radiance: (direction: Vec3, out: Light) => void): Lighting {
  const sky = bakeSky(64, radiance);
  return {
    room: sky,
    sparkle: sky,
    form: bakeFormLight(sky),
    relief: bakeFormLight(sky),
    floorLights: bakeLightDirections(sky),
    ambient: meanLight(sky),
  };
}

export const evenLight = lightingOf((_, out) => {
  out.r = 1;
  out.g = 1;
  out.b = 1;
});

/** A shot of a part in the open: no floor, no backdrop, the given light and surface. */
export function shotInTheOpen(part: Part, lighting: Lighting, surface: Surface): Shot {
  const geometry: Geometry = { ...prepareGeometry([part]), surfaces: [surface] };
  return { ...setUpShot(geometry, lighting, smallPicture), backdrop: null };
}
