import { describe, expect, it } from "vitest";
import { jumpRing, lobsterMesh } from "#lib/kernel/jewelry/chain/clasp.ts";
import { type Link, linkMesh, linksOf } from "#lib/kernel/jewelry/chain/link.ts";
import { placeWires } from "#lib/kernel/jewelry/chain/wire.ts";
import { add, cross, dot, scale, subtract } from "#lib/kernel/jewelry/vector.ts";
import { volumeOf } from "#lib/kernel/measure/extent.ts";
import type { Vec3 } from "#lib/kernel/mesh.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { bracelet, braceletSchema } from "#lib/kinds/bracelet/index.ts";
import { proportionsOf } from "#lib/kinds/chain/proportions.ts";
import type { ChainSpec } from "#lib/kinds/chain/schema.ts";
import { necklace, necklaceSchema } from "#lib/kinds/necklace/index.ts";
import { buildPiece } from "#lib/kinds/piece.ts";

const kernel = await loadSolidKernel();
const STYLES = ["cable", "curb", "figaro", "rolo", "paperclip", "box"] as const;

const styled = (linkStyle: ChainSpec["linkStyle"], wireMm = 1.2) =>
  braceletSchema.parse({ linkStyle, wireMm, ...proportionsOf(linkStyle, wireMm, 190) });

describe("one link", () => {
  const link: Link = { ...jumpRing(3, 1), lengthMm: 8, widthMm: 4 };

  it.each([
    ["coarse", 20, 8],
    ["fine", 64, 24],
  ])("of round wire has its section times its middle line, %s", (_name, pathSteps, roundSteps) => {
    const middle = 2 * Math.PI * 1.5 + 4 * 2;
    const exact = (Math.PI / 4) * middle;
    const volume = volumeOf(linkMesh(kernel, link, { pathSteps, roundSteps }));
    expect(Math.abs(volume / exact - 1)).toBeLessThan(1e-3);
  });

  it("as a ring is a torus, within 0.1 %", () => {
    const volume = volumeOf(linkMesh(kernel, jumpRing(6, 2), { pathSteps: 40, roundSteps: 16 }));
    expect(Math.abs(volume / (2 * Math.PI ** 2 * 4 * 1 ** 2) - 1)).toBeLessThan(1e-3);
  });

  it("of a curb is ground flat on both sides", () => {
    const { long } = linksOf("curb", { wireMm: 1.5, lengthMm: 7.5, widthMm: 6 });
    const { positions } = linkMesh(kernel, long, { pathSteps: 48, roundSteps: 16 });
    const heights = positions.filter((_, i) => i % 3 === 2);
    const level = heights.filter((z) => Math.abs(Math.abs(z) - long.flatMm!) < 1e-5);
    expect(Math.max(...heights)).toBeCloseTo(long.flatMm!, 5);
    expect(level.length).toBeGreaterThan(40);
  });
});

const FINE_MM = 0.15;

/** The pieces of a closed path cut so short that sums over them are integrals: middles and directions. */
function finePieces(path: readonly Vec3[]): { at: Vec3; along: Vec3 }[] {
  return path.flatMap((from, i) => {
    const whole = subtract(path[(i + 1) % path.length]!, from);
    const count = Math.max(1, Math.ceil(Math.sqrt(dot(whole, whole)) / FINE_MM));
    const along = scale(whole, 1 / count);
    return Array.from({ length: count }, (_, k) => ({
      at: add(from, scale(along, k + 0.5)),
      along,
    }));
  });
}

/** How often one closed path goes through another, by Gauss's integral. */
function linkingNumber(a: readonly Vec3[], b: readonly Vec3[]): number {
  const others = finePieces(b);
  let sum = 0;
  for (const one of finePieces(a)) {
    for (const other of others) {
      const apart = subtract(one.at, other.at);
      sum += dot(apart, cross(one.along, other.along)) / dot(apart, apart) ** 1.5;
    }
  }
  return sum / (4 * Math.PI);
}

describe.each(STYLES)("a %s chain", (style) => {
  const spec = styled(style);
  const piece = buildPiece(kernel, bracelet, spec, "preview");

  it("is as many closed solids as links, two rings and a clasp", () => {
    expect([piece.measures.pieces, piece.measures.watertight]).toEqual([
      bracelet.pieces!(spec),
      true,
    ]);
  });

  it("has links that do not touch: together they are as much as one by one", () => {
    const [apart, together] = kernel.scope(() => {
      const solids = kernel.fromMesh(piece.parts[0]!.mesh).decompose();
      const sum = solids.reduce((total, solid) => total + solid.volume(), 0);
      return [sum, kernel.union(solids).volume()] as const;
    });
    expect(Math.abs(apart - together)).toBeLessThan(1e-3);
    expect(Math.abs(apart / piece.measures.volumeMm3 - 1)).toBeLessThan(1e-4);
  });

  it("keeps its rule of clearance, and breaks none", () => {
    const clearance = piece.findings.find(({ rule }) => rule === "link-clearance");
    expect(clearance?.value).toBeGreaterThanOrEqual(0.08);
    expect(piece.findings.filter(({ status }) => status === "fail")).toEqual([]);
  });

  it("is about as long as asked, to a link or two", () => {
    const said = Number(/(\d+) mm long/.exec(piece.words)?.[1]);
    expect(Math.abs(said - spec.lengthMm)).toBeLessThanOrEqual(2.2 * spec.linkLengthMm);
  });
});

it("hooks every link of a chain into the next, once", async () => {
  const { planChain } = await import("#lib/kinds/chain/plan.ts");
  const { oval } = await import("#lib/kernel/jewelry/chain/curve.ts");
  for (const style of STYLES) {
    const plan = planChain(
      {
        id: "bracelet",
        schema: braceletSchema,
        curveOf: (widthMm) => oval(widthMm, 1.16, 0),
        bendDeg: 452,
      },
      styled(style),
    );
    const paths = plan.chain
      .map(({ member }, i) => placeWires(member.wires.slice(0, 1), plan.frames[i]!)[0]!)
      .filter(({ isOpen }) => !isOpen);
    const numbers = paths
      .slice(1)
      .map(({ points }, i) => Math.abs(linkingNumber(paths[i]!.points, points)));
    expect(Math.min(...numbers)).toBeGreaterThan(0.85);
    expect(Math.max(...numbers)).toBeLessThan(1.15);
  }
});

describe("a necklace", () => {
  const spec = necklaceSchema.parse({});
  const piece = buildPiece(kernel, necklace, spec, "final");

  it("weighs its links, its rings and its clasp", () => {
    const count = bracelet.pieces!(braceletSchema.parse({}));
    expect(count).toBeGreaterThan(20);
    const links = necklace.pieces!(spec) - 3;
    const { long } = linksOf(spec.linkStyle, {
      wireMm: spec.wireMm,
      lengthMm: spec.linkLengthMm,
      widthMm: spec.linkWidthMm,
    });
    const one = volumeOf(linkMesh(kernel, long, { pathSteps: 64, roundSteps: 24 }));
    const rest = piece.measures.volumeMm3 - links * one;
    const clasp = volumeOf(
      lobsterMesh(
        kernel,
        { lengthMm: 6.5 + 1.2 * spec.linkWidthMm, ringWireMm: spec.wireMm },
        { pathSteps: 48, roundSteps: 24 },
      ),
    );
    // Two rings are left beside the clasp.
    expect(rest).toBeGreaterThan(clasp);
    expect(rest).toBeLessThan(clasp + 60);
  });

  it("is priced by the link", () => {
    const line = piece.price.lines.find(({ id }) => id === "assembly");
    expect(line?.basis).toContain(`${necklace.pieces!(spec) - 3} links`);
  });

  it("gets longer and heavier together", () => {
    const longer = buildPiece(kernel, necklace, { ...spec, lengthMm: 600 }, "preview");
    expect(longer.measures.massG / piece.measures.massG).toBeGreaterThan(1.25);
    expect(longer.price.totalMinor).toBeGreaterThan(piece.price.totalMinor);
  });
});
