import { type Amount, massByAlternative, massOf } from "../../shared/materials.ts";
import type { MaterialShare, Measures, StoneTally } from "../measures.ts";
import type { Mesh, Part, Vec3 } from "../mesh.ts";
import { joinMeshes } from "../solid/weld.ts";
import { areaOf, boxOf, centreOf, sizeOf, volumeOf } from "./extent.ts";
import { topologyOf } from "./topology.ts";
import { thinnestWall, type WallOptions } from "./wall.ts";

const MADE: ReadonlySet<Part["role"]> = new Set(["metal", "body", "cloth"]);

/** The parts a maker casts, prints or sews; stones are bought, supports are only shown. */
export function madeParts(parts: readonly Part[]): Part[] {
  return parts.filter(({ role }) => MADE.has(role));
}

function isAlike(a: StoneTally, b: Part["stone"]): boolean {
  return (
    b !== undefined &&
    a.stone === b.stone &&
    a.cut === b.cut &&
    a.sizeMm.every((size, k) => Math.abs(size - b.sizeMm[k]!) < 0.005)
  );
}

/** Stones of the same sort and size (to 0.005 mm) counted together, in the order of the parts. */
export function tallyStones(parts: readonly Part[]): StoneTally[] {
  const tallies: StoneTally[] = [];
  for (const { stone } of parts) {
    if (!stone) continue;
    const known = tallies.find((tally) => isAlike(tally, stone));
    if (known) known.count++;
    else {
      const { carats, ...rest } = stone;
      tallies.push({ ...rest, count: 1, caratsEach: carats });
    }
  }
  return tallies;
}

/** A closed shell of cloth shows each bit of it twice, an open one once. */
function clothAreaOf(mesh: Mesh): number {
  return topologyOf(mesh).openEdges === 0 ? areaOf(mesh) / 2 : areaOf(mesh);
}

function amountOf({ role, mesh }: Part, origin: Vec3): Amount {
  return { volumeMm3: volumeOf(mesh, origin), clothMm2: role === "cloth" ? clothAreaOf(mesh) : 0 };
}

/** What made parts take of each material, heaviest first. Parts of a colour each may close only together. */
function sharesOf(made: readonly Part[]): MaterialShare[] {
  const origin = centreOf(boxOf(made.map(({ mesh }) => mesh)));
  const shares = new Map<string, MaterialShare>();
  for (const part of made) {
    const { material } = part;
    const share = shares.get(material) ?? { material, volumeMm3: 0, clothMm2: 0, massG: 0 };
    const { volumeMm3, clothMm2 } = amountOf(part, origin);
    share.volumeMm3 += volumeMm3;
    share.clothMm2 += clothMm2;
    share.massG = massOf(share, material);
    shares.set(material, share);
  }
  return [...shares.values()].sort((a, b) => b.massG - a.massG);
}

const sum = (shares: readonly MaterialShare[], of: Exclude<keyof MaterialShare, "material">) =>
  shares.reduce((total, share) => total + share[of], 0);

function alternativesOf(shares: readonly MaterialShare[]): Record<string, number> {
  const [main] = shares;
  if (!main) return {};
  const amount = { volumeMm3: sum(shares, "volumeMm3"), clothMm2: sum(shares, "clothMm2") };
  return massByAlternative(amount, main.material);
}

/** Walls are asked of solids: cloth is as thick as it is. */
function wallOf(made: readonly Part[], walls: WallOptions | null) {
  const solids = made.filter(({ role }) => role !== "cloth");
  if (!walls || solids.length === 0) return null;
  return thinnestWall(joinMeshes(solids.map(({ mesh }) => mesh)), walls);
}

/**
 * The numbers of a piece. `walls` null leaves the thinnest wall unmeasured (a preview); the rest takes
 * about 40 ms for 60,000 triangles. Mass is of each part in its own material; box and shape of what is made.
 */
export function measureParts(parts: readonly Part[], walls: WallOptions | null): Measures {
  const made = madeParts(parts);
  const meshes = made.map(({ mesh }) => mesh);
  const mesh = joinMeshes(meshes);
  const { openEdges, pieces, genus } = topologyOf(mesh);
  const madeOf = sharesOf(made);
  const wall = wallOf(made, walls);
  const stones = tallyStones(parts);
  return {
    boxMm: sizeOf(boxOf(meshes)),
    volumeMm3: sum(madeOf, "volumeMm3"),
    areaMm2: areaOf(mesh),
    watertight: openEdges === 0 && mesh.indices.length > 0,
    pieces,
    genus,
    thinnestWallMm: wall?.thicknessMm ?? null,
    thinnestWallAt: wall?.at ?? null,
    massG: sum(madeOf, "massG"),
    madeOf,
    massByAlloy: alternativesOf(madeOf),
    stones,
    totalCarats: stones.reduce((carats, { count, caratsEach }) => carats + count * caratsEach, 0),
    triangles: mesh.indices.length / 3,
  };
}
