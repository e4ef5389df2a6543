import type { SolidKernel } from "../solid/kernel.ts";
import type { Solid } from "../solid/scope.ts";
import type { Shell } from "./shells.ts";
import { pickTriangles, type Soup } from "./soup.ts";

/** A solid of a closed shell that carries its colours through booleans. */
function colouredSolid({ wasm }: SolidKernel, { positions, corners, colours }: Soup): Solid {
  const count = corners.length;
  const vertProperties = new Float32Array(count * 6);
  const first = new Map<number, number>();
  const [from, to]: [number[], number[]] = [[], []];
  corners.forEach((place, i) => {
    vertProperties.set(positions.subarray(3 * place, 3 * place + 3), 6 * i);
    if (colours) vertProperties.set(colours.subarray(3 * i, 3 * i + 3), 6 * i + 3);
    const known = first.get(place);
    if (known === undefined) first.set(place, i);
    else {
      from.push(i);
      to.push(known);
    }
  });
  const mesh = new wasm.Mesh({
    numProp: 6,
    vertProperties,
    triVerts: Uint32Array.from({ length: count }, (_, i) => i),
    mergeFromVert: Uint32Array.from(from),
    mergeToVert: Uint32Array.from(to),
  });
  return wasm.Manifold.ofMesh(mesh);
}

function colouredSoup(solid: Solid, isColoured: boolean): Soup {
  const { vertProperties, triVerts, numProp, mergeFromVert, mergeToVert } = solid.getMesh();
  const place = Uint32Array.from({ length: vertProperties.length / numProp }, (_, v) => v);
  mergeFromVert.forEach((vertex, i) => {
    place[vertex] = mergeToVert[i]!;
  });
  const positions = new Float32Array(place.length * 3);
  for (let v = 0; v < place.length; v++) {
    positions.set(vertProperties.subarray(v * numProp, v * numProp + 3), 3 * v);
  }
  const colours = isColoured ? new Float32Array(triVerts.length * 3) : null;
  triVerts.forEach((vertex, i) => {
    colours?.set(vertProperties.subarray(vertex * numProp + 3, vertex * numProp + 6), 3 * i);
  });
  return { positions, corners: triVerts.map((vertex) => place[vertex]!), colours };
}

/** All closed shells as one solid where they overlap, each with its colours; null where one is no sound solid. */
export function joinShells(kernel: SolidKernel, soup: Soup, shells: readonly Shell[]): Soup | null {
  return kernel.scope(() => {
    const solids = shells.map(({ triangles }) =>
      colouredSolid(kernel, pickTriangles(soup, triangles)),
    );
    if (solids.some((solid) => solid.status() !== "NoError" || solid.volume() <= 0)) return null;
    return colouredSoup(kernel.wasm.Manifold.union(solids), soup.colours !== null);
  });
}
