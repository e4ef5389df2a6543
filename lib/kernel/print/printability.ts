import type { Finding, Process } from "../finding.ts";
import { boxOf, sizeOf } from "../measure/extent.ts";
import { overhangOf } from "../measure/overhang.ts";
import { topologyOf } from "../measure/topology.ts";
import { thinnestWall, thinWalls, type WallOptions } from "../measure/wall.ts";
import type { Mesh, Vec3 } from "../mesh.ts";
import { type Defects, inspectMesh } from "../repair/inspect.ts";
import { type Checked, checkProcess, MAKING } from "./check-process.ts";
import { DEFAULT_LIMITS, type ProcessLimits } from "./limits.ts";

/** Whether a mesh can be made by a process, in the shape people know from print services. */
export interface Printability {
  process: Process;
  /** `healthy`: all passes; `warning`: it can be made, with care; `error`: it cannot; `unknown`: there is nothing to judge. */
  status: "healthy" | "warning" | "error" | "unknown";
  /** Findings that did not pass. */
  issueCount: number;
  isWatertight: boolean;
  nonManifoldEdges: number;
  holes: number;
  degenerateFaces: number;
  volumeMm3: number;
  /** Places thinner than the process takes. */
  thinWalls: number;
  findings: Finding[];
}

export interface PrintabilityOptions extends WallOptions {
  /** A maker's own limits. */
  limits?: ProcessLimits;
  /** Solids it is meant to be, default 1. */
  pieces?: number;
}

interface Fault {
  rule: string;
  status: "warn" | "fail";
  count: number;
  at: Vec3 | null;
  message: string;
}

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

function faultsOf(d: Defects): Fault[] {
  const { places } = d;
  const faults: Fault[] = [
    {
      rule: "holes",
      status: "fail",
      count: d.holes,
      at: places.hole,
      message: `The surface has ${some(d.holes, "hole", "holes")}.`,
    },
    {
      rule: "flipped-faces",
      status: "fail",
      count: d.flippedFaces,
      at: places.flipped,
      message: `${some(d.flippedFaces, "triangle shows", "triangles show")} its inside outwards.`,
    },
    {
      rule: "inner-shells",
      status: "warn",
      count: d.innerShells,
      at: places.inner,
      message: `${some(d.innerShells, "shell lies", "shells lie")} inside where nothing can reach.`,
    },
    {
      rule: "overlapping-parts",
      status: "warn",
      count: d.overlaps,
      at: places.overlap,
      message: `${some(d.overlaps, "pair of parts goes", "pairs of parts go")} through each other without being joined.`,
    },
    {
      rule: "parts-not-compared",
      status: "warn",
      count: d.notCompared,
      at: null,
      message: `${some(d.notCompared, "pair of parts was", "pairs of parts were")} not compared, so overlaps among them are not known: the parts are too many or too fine.`,
    },
    {
      rule: "non-manifold-edges",
      status: "warn",
      count: d.nonManifoldEdges,
      at: null,
      message: `${some(d.nonManifoldEdges, "edge has", "edges have")} more than two faces.`,
    },
    {
      rule: "degenerate-faces",
      status: "warn",
      count: d.degenerateFaces,
      at: null,
      message: `${some(d.degenerateFaces, "triangle is", "triangles are")} empty or doubled.`,
    },
  ];
  return faults.filter(({ count }) => count > 0);
}

const faultFinding =
  (process: Process) =>
  ({ count, ...rest }: Fault): Finding => ({
    ...rest,
    process,
    value: count,
    limit: 0,
    unit: "count",
  });

function overhangFindings(process: Process, mesh: Mesh, { overhangDeg }: ProcessLimits): Finding[] {
  if (overhangDeg === null) return [];
  const { areaMm2, at } = overhangOf(mesh, { angleDeg: overhangDeg });
  const isFree = areaMm2 < 1;
  return [
    {
      rule: "overhang",
      process,
      status: isFree ? "pass" : "warn",
      value: areaMm2,
      limit: 0,
      unit: "mm2",
      at: isFree ? null : at,
      message: isFree
        ? `Nothing leans over by more than ${overhangDeg}°.`
        : `${areaMm2.toFixed(0)} mm² lean over by more than ${overhangDeg}° as it stands and need support to ${MAKING[process]}.`,
    },
  ];
}

/** What every process looks at of a mesh: taken once. */
interface LookedOver {
  mesh: Mesh;
  defects: Defects;
  measured: Checked;
}

function lookOver(mesh: Mesh, walls: WallOptions): LookedOver {
  const defects = inspectMesh(mesh);
  const wall = thinnestWall(mesh, walls);
  const measured = {
    watertight: defects.isWatertight,
    pieces: topologyOf(mesh).pieces,
    boxMm: sizeOf(boxOf([mesh])),
    thinnestWallMm: wall?.thicknessMm ?? null,
    thinnestWallAt: wall?.at ?? null,
  };
  return { mesh, defects, measured };
}

function judge(
  { mesh, defects, measured }: LookedOver,
  process: Process,
  { limits = DEFAULT_LIMITS[process], pieces = 1, ...walls }: PrintabilityOptions,
): Printability {
  const wallMm = measured.thinnestWallMm;
  const thin =
    wallMm !== null && wallMm < limits.wallMm ? thinWalls(mesh, limits.wallMm, walls) : [];
  const findings = [
    ...checkProcess(process, measured, { pieces, limits: { [process]: limits } }),
    ...faultsOf(defects).map(faultFinding(process)),
    ...overhangFindings(process, mesh, limits),
  ];
  return {
    process,
    status: statusOf(mesh, findings),
    issueCount: findings.filter(({ status }) => status !== "pass").length,
    isWatertight: defects.isWatertight,
    nonManifoldEdges: defects.nonManifoldEdges,
    holes: defects.holes,
    degenerateFaces: defects.degenerateFaces,
    volumeMm3: defects.volumeMm3,
    thinWalls: thin.length,
    findings,
  };
}

/** A verdict on any mesh for a process, with a finding for each rule and its place. Takes nothing for granted. */
export function printability(
  mesh: Mesh,
  process: Process,
  options: PrintabilityOptions = {},
): Printability {
  return judge(lookOver(mesh, options), process, options);
}

/** The same for several processes, by their usual limits; the mesh is looked over once. */
export function printabilities(
  mesh: Mesh,
  processes: readonly Process[],
  options: Omit<PrintabilityOptions, "limits"> = {},
): Printability[] {
  const looked = lookOver(mesh, options);
  return processes.map((process) => judge(looked, process, options));
}

function statusOf(mesh: Mesh, findings: readonly Finding[]): Printability["status"] {
  if (mesh.indices.length === 0) return "unknown";
  if (findings.some(({ status }) => status === "fail")) return "error";
  return findings.some(({ status }) => status === "warn") ? "warning" : "healthy";
}
