import { describe, expect, it } from "vitest";
import { prongAnchors } from "#lib/kernel/jewelry/anchors.ts";
import { frameOnRing } from "#lib/kernel/jewelry/frame.ts";
import { cutGem, toClosedMesh, toGemMesh, toHull } from "#lib/kernel/jewelry/gem.ts";
import { CUT_ASPECT, CUTS, caratsOf } from "#lib/shared/stones.ts";

/** Directed edges without their opposite: none in a closed mesh. */
function openEdges(indices: Uint32Array): number {
  const edges = new Set<string>();
  for (let i = 0; i < indices.length; i += 3) {
    for (let k = 0; k < 3; k++) edges.add(`${indices[i + k]},${indices[i + ((k + 1) % 3)]}`);
  }
  return [...edges].filter((edge) => !edges.has(edge.split(",").reverse().join(","))).length;
}

function boxOf(positions: Float32Array) {
  const size = [0, 1, 2].map((axis) => {
    const values = positions.filter((_, i) => i % 3 === axis);
    return Math.max(...values) - Math.min(...values);
  });
  return { width: size[0]!, length: size[1]!, depth: size[2]! };
}

/** Published weights of other stones than diamond go with densities of their makers. */
const WITHIN = 0.045;

describe("round brilliants", () => {
  it.each([
    [4, 0.24, 0.22, 0.39],
    [5, 0.47, 0.43, 0.76],
    [6.5, 1.03, 0.94, 1.66],
    [8, 1.91, 1.74, 3.09],
  ])("of %f mm weigh what the trade publishes", (diameter, diamond, moissanite, zirconia) => {
    const { volumeMm3 } = cutGem("round", diameter, diameter);
    expect(Math.abs(caratsOf(volumeMm3, "diamond") / diamond - 1)).toBeLessThan(WITHIN);
    expect(Math.abs(caratsOf(volumeMm3, "moissanite") / moissanite - 1)).toBeLessThan(WITHIN);
    expect(Math.abs(caratsOf(volumeMm3, "cubic-zirconia") / zirconia - 1)).toBeLessThan(WITHIN);
  });

  it("have 57 facets and a girdle", () => {
    const facets = cutGem("round", 6.5, 6.5).facets;
    expect(facets.filter(({ normal }) => Math.abs(normal[2]) > 1e-6)).toHaveLength(57);
  });
});

describe.each(CUTS)("a stone cut %s", (cut) => {
  const width = 5;
  const length = width * CUT_ASPECT[cut];
  const gem = cutGem(cut, length, width);
  const closed = toClosedMesh(gem);

  it("is closed, of the size asked, length along the finger", () => {
    expect(openEdges(closed.indices)).toBe(0);
    const box = boxOf(closed.positions);
    expect(box.length).toBeCloseTo(length, 2);
    expect(box.width).toBeCloseTo(width, 2);
    expect(box.depth).toBeCloseTo(gem.sizeMm[2], 3);
  });

  it("lies inside its own half-spaces wherever it stands", () => {
    const frame = frameOnRing(12, 0.4);
    const { planes } = toHull(gem, frame);
    const { positions } = toGemMesh(gem, frame);
    let furthest = Number.NEGATIVE_INFINITY;
    for (let p = 0; p < planes.length; p += 4) {
      for (let v = 0; v < positions.length; v += 3) {
        const along =
          planes[p]! * positions[v]! +
          planes[p + 1]! * positions[v + 1]! +
          planes[p + 2]! * positions[v + 2]!;
        furthest = Math.max(furthest, along - planes[p + 3]!);
      }
    }
    expect(furthest).toBeLessThan(5e-4);
    expect(furthest).toBeGreaterThan(-1e-3);
  });

  it("weighs the same laid across", () => {
    expect(cutGem(cut, width, length).volumeMm3).toBeCloseTo(
      cut === "round" || cut === "princess" ? cutGem(cut, width, width).volumeMm3 : gem.volumeMm3,
      6,
    );
  });

  it.each([4, 6] as const)("is held by %i prongs that touch its girdle", (count) => {
    const anchors = prongAnchors(cut, length, width, count);
    expect(anchors).toHaveLength(count);
    for (const { x, y, nx, ny } of anchors) {
      const nearest = Math.min(
        ...gem.outline.map((point) => Math.sqrt((point.x - x) ** 2 + (point.y - y) ** 2)),
      );
      expect(nearest).toBeLessThan(0.25);
      expect(x * nx + y * ny).toBeGreaterThan(0);
    }
  });
});
