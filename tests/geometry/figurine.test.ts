import { describe, expect, it } from "vitest";
import { shapeOfMesh } from "#lib/kernel/implicit/mesh-distance.ts";
import { meshShape } from "#lib/kernel/implicit/mesh-shape.ts";
import { ball, roundedBox } from "#lib/kernel/implicit/primitives.ts";
import { topologyOf } from "#lib/kernel/measure/topology.ts";
import { HOLLOW_TOLERANCE_MM, hollowSolid } from "#lib/kernel/print/hollow.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { makeFigurine } from "#lib/kinds/figurine/build.ts";
import { figurine } from "#lib/kinds/figurine/index.ts";
import { figurineSchema } from "#lib/kinds/figurine/schema.ts";
import { TEMPLATES } from "#lib/kinds/figurine/templates.ts";
import { buildPiece } from "#lib/kinds/piece.ts";

const kernel = await loadSolidKernel();

const spec = (some: Record<string, unknown>) => figurineSchema.parse(some);
const bodies = Object.keys(TEMPLATES);

describe("a figurine", () => {
  it.each(bodies)("%s is one closed solid of the height asked for, and loses nothing", (body) => {
    const wish = spec({ body, heightMm: 80, plateText: "ANNA" });
    const { parts, measures } = buildPiece(kernel, figurine, wish, "preview");
    expect([measures.pieces, measures.watertight, parts.length]).toEqual([1, true, 1]);
    expect(measures.boxMm[2]).toBeCloseTo(80, 2);
    const [half] = makeFigurine(wish, kernel, "preview").halves;
    expect(half!.droppedMm3).toBeLessThan(measures.volumeMm3 * 0.0005);
  });

  it("keeps crisp colours by vertex: those of the spec are all there", () => {
    const wish = spec({ body: "groom", skinColour: "#8a5a3c", baseColour: "#123456" });
    const { parts } = buildPiece(kernel, figurine, wish, "preview");
    const { colors, positions } = parts[0]!.mesh;
    expect(colors).toHaveLength(positions.length);
    const channel = (value: number) => ((value / 255 + 0.055) / 1.055) ** 2.4;
    const has = (r: number, g: number, b: number) =>
      Array.from({ length: colors!.length / 3 }, (_, v) =>
        Math.hypot(
          colors![3 * v]! - channel(r),
          colors![3 * v + 1]! - channel(g),
          colors![3 * v + 2]! - channel(b),
        ),
      ).some((off) => off < 1e-4);
    expect([has(0x8a, 0x5a, 0x3c), has(0x12, 0x34, 0x56)]).toEqual([true, true]);
  });

  it("comes apart at the neck with the clearance asked for all around, and nothing in common", () => {
    const wish = spec({ body: "casual", neckJoint: true, jointClearanceMm: 0.3 });
    const { parts, measures } = buildPiece(kernel, figurine, wish, "final");
    expect([measures.pieces, parts.map(({ name }) => name)]).toEqual([2, ["body", "head"]]);
    const { shared, gap } = kernel.scope(() => {
      const [body, head] = parts.map(({ mesh }) => kernel.fromMesh(mesh));
      return { shared: kernel.intersect([body!, head!]).volume(), gap: body!.minGap(head!, 2) };
    });
    expect(shared).toBe(0);
    expect(Math.abs(gap - 0.3)).toBeLessThan(0.06);
  });

  it("is hollow with walls as thick as asked, drained from below, and still closed", () => {
    const full = buildPiece(kernel, figurine, spec({ body: "casual", heightMm: 100 }), "preview");
    const wish = spec({ body: "casual", heightMm: 100, isHollow: true, wallMm: 2 });
    const { measures } = buildPiece(kernel, figurine, wish, "preview");
    expect([measures.pieces, measures.watertight]).toEqual([1, true]);
    expect(measures.volumeMm3).toBeLessThan(full.measures.volumeMm3 * 0.85);
    expect(makeFigurine(wish, kernel, "preview").drains[0]![2]).toBeCloseTo(0, 3);
  });
});

describe("hollowing", () => {
  it("leaves a ball a shell of the closed-form volume with a way out", () => {
    const result = kernel.scope(() => {
      const solid = kernel.fromMesh(meshShape(ball([0, 0, 20], 20), 0.6));
      const hollow = hollowSolid(kernel, solid, { wallMm: 3, holes: 1, holeMm: 4, cellMm: 0.8 });
      return { saved: hollow.savedMm3, mesh: kernel.toMesh(hollow.solid), drains: hollow.drains };
    });
    const cavity = (4 / 3) * Math.PI * 17 ** 3;
    const bore = Math.PI * 4 * 3;
    expect(Math.abs(result.saved / (cavity + bore) - 1)).toBeLessThan(0.02);
    expect(topologyOf(result.mesh)).toMatchObject({
      openEdges: 0,
      pieces: 1,
      cavities: 0,
      genus: 0,
    });
    expect(result.drains).toHaveLength(1);
  });

  it("keeps every wall of a box within the stated tolerance", () => {
    const { mesh, outer } = kernel.scope(() => {
      const solid = kernel.fromMesh(meshShape(roundedBox([0, 0, 10], [12, 8, 10], 2), 0.5));
      const hollow = hollowSolid(kernel, solid, { wallMm: 2, holes: 2, holeMm: 3 });
      return { mesh: kernel.toMesh(hollow.solid), outer: kernel.toMesh(solid) };
    });
    const skin = shapeOfMesh(outer);
    const depths = Array.from(
      { length: mesh.positions.length / 3 },
      (_, v) =>
        -skin.distance(
          mesh.positions[3 * v]!,
          mesh.positions[3 * v + 1]!,
          mesh.positions[3 * v + 2]!,
        ),
    );
    // What is inside lies on the cavity or in a hole; holes run through the floor.
    const inside = depths.filter((depth, v) => depth > 0.2 && mesh.positions[3 * v + 2]! > 2.2);
    expect(inside.length).toBeGreaterThan(100);
    expect(Math.min(...inside)).toBeGreaterThanOrEqual(2 - HOLLOW_TOLERANCE_MM);
  });

  it("leaves full what is too small to hollow", () => {
    const saved = kernel.scope(() => {
      const solid = kernel.fromMesh(meshShape(ball([0, 0, 0], 4), 0.4));
      return hollowSolid(kernel, solid, { wallMm: 3, holes: 1, holeMm: 2 }).savedMm3;
    });
    expect(saved).toBe(0);
  });
});
