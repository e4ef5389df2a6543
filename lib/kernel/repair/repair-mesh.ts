import type { Mesh } from "../mesh.ts";
import type { SolidKernel } from "../solid/kernel.ts";
import { pairEdges } from "./edges.ts";
import { fillHoles } from "./fill-holes.ts";
import { type Defects, inspectMesh, windOneWay, withoutDegenerate } from "./inspect.ts";
import { joinShells } from "./join-shells.ts";
import { layoutOf, type Shell, shellsOf } from "./shells.ts";
import { keepTriangles, type Soup, toMesh, toSoup, turnTriangles } from "./soup.ts";

/** What was done to a mesh. */
export interface Repaired {
  /** With its colours, where it had some. */
  mesh: Mesh;
  before: Defects;
  /** Measured again on the repaired mesh. */
  after: Defects;
  /** What was done, a sentence each; empty where nothing had to be. */
  steps: string[];
}

export interface RepairOptions {
  /** Fill hollows that have no way out, and the inner walls of doubled ones; default true. */
  removeInnerShells?: boolean;
  /** Make parts that go through each other one solid; default true. */
  joinOverlaps?: boolean;
}

const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

const shellsIn = (soup: Soup): Shell[] =>
  shellsOf(soup, pairEdges(soup.corners, soup.positions.length / 3).mate);

function without(soup: Soup, shells: readonly Shell[], numbers: readonly number[]): Soup {
  const gone = new Set(numbers.flatMap((i) => shells[i]!.triangles));
  return keepTriangles(soup, (t) => !gone.has(t));
}

/** Closed shells that are inside out, turned. */
function turnOutwards(soup: Soup): { soup: Soup; turned: number } {
  const insideOut = shellsIn(soup).filter(({ isClosed, volumeMm3 }) => isClosed && volumeMm3 < 0);
  const triangles = new Set(insideOut.flatMap(({ triangles }) => triangles));
  const turned = insideOut.length;
  return { soup: turned === 0 ? soup : turnTriangles(soup, (t) => triangles.has(t)), turned };
}

/**
 * A foreign mesh made closed and whole as far as that can be done without guessing its shape: places welded, empty and
 * doubled triangles dropped, shells wound outwards, holes closed by flat lids, inner shells removed, overlapping parts
 * joined. Colours stay at their places. What cannot be repaired is left as it is: look at `after`.
 */
export function repairMesh(kernel: SolidKernel, mesh: Mesh, options: RepairOptions = {}): Repaired {
  const { removeInnerShells = true, joinOverlaps = true } = options;
  const before = inspectMesh(mesh);
  const steps: string[] = [];
  const clean = withoutDegenerate(toSoup(mesh));
  if (before.degenerateFaces > 0) {
    steps.push(
      `Dropped ${counted(before.degenerateFaces, "empty or doubled triangle", "empty or doubled triangles")}.`,
    );
  }
  const wound = windOneWay(clean);
  if (wound.flipped > 0)
    steps.push(`Turned ${counted(wound.flipped, "triangle", "triangles")} the right way round.`);
  const filled = fillHoles(wound.soup, kernel);
  if (filled.filled > 0) steps.push(`Closed ${counted(filled.filled, "hole", "holes")}.`);
  const outwards = turnShells(filled.soup, removeInnerShells, steps);
  const soup = joinOverlaps ? joined(kernel, outwards, steps) : outwards;
  const result = toMesh(soup);
  return { mesh: result, before, after: inspectMesh(result), steps };
}

function turnShells(soup: Soup, removeInnerShells: boolean, steps: string[]): Soup {
  const shells = shellsIn(soup);
  const { inner } = layoutOf(shells);
  if (inner.length > 0 && !removeInnerShells) return soup;
  const outer = inner.length > 0 ? without(soup, shells, inner) : soup;
  if (inner.length > 0)
    steps.push(`Removed ${counted(inner.length, "inner shell", "inner shells")}.`);
  const { soup: outwards, turned } = turnOutwards(outer);
  if (turned > 0) steps.push(`Turned ${counted(turned, "part", "parts")} outside out.`);
  return outwards;
}

function joined(kernel: SolidKernel, soup: Soup, steps: string[]): Soup {
  const shells = shellsIn(soup);
  const { overlaps } = layoutOf(shells);
  if (overlaps.length === 0 || shells.some(({ isClosed }) => !isClosed)) return soup;
  const one = joinShells(kernel, soup, shells);
  if (one)
    steps.push(`Joined ${counted(shells.length, "part", "parts")} that went through each other.`);
  return one ?? soup;
}
