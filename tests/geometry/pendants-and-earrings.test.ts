import { describe, expect, it } from "vitest";
import { gapAngle, hoopRadiusMm } from "#lib/kernel/jewelry/hoop.ts";
import type { Measures } from "#lib/kernel/measures.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { engravedSection } from "#lib/kernel/text/engraving.ts";
import { getFont } from "#lib/kernel/text/fonts.ts";
import { earrings } from "#lib/kinds/earrings/index.ts";
import { planHoop } from "#lib/kinds/earrings/plan.ts";
import { type EarringsSpec, earringsSchema } from "#lib/kinds/earrings/schema.ts";
import { pendant } from "#lib/kinds/pendant/index.ts";
import { type PendantSpec, pendantSchema } from "#lib/kinds/pendant/schema.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { AppError } from "#lib/shared/errors.ts";

const kernel = await loadSolidKernel();

const pendantOf = (fields: Partial<PendantSpec>) =>
  buildPiece(kernel, pendant, pendantSchema.parse(fields), "preview");
const earringsOf = (fields: Partial<EarringsSpec>) =>
  buildPiece(kernel, earrings, earringsSchema.parse(fields), "preview");

function refusal(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}

const DISC = { design: "disc", bail: "none", edgeMm: 0, heightMm: 20, thicknessMm: 2 } as const;

describe("pendants", () => {
  it("a disc with sharp edges and no bail has a cylinder's volume", () => {
    const { measures } = pendantOf(DISC);
    expect(Math.abs(measures.volumeMm3 / (Math.PI * 100 * 2) - 1)).toBeLessThan(0.001);
  });

  it.each([
    ["recessed", -1],
    ["raised", 1],
  ] as const)("%s letters change the metal by their area times their depth", (letterWork, sign) => {
    const letters = { text: "Anna", lettering: "roman", letterHeightMm: 4, letterWork } as const;
    const { measures } = pendantOf({ ...DISC, ...letters, letterDepthMm: 0.5 });
    const areaMm2 = kernel.scope(() =>
      engravedSection(kernel, "Anna", getFont("roman"), { heightMm: 4 }).area(),
    );
    const change = measures.volumeMm3 - pendantOf(DISC).measures.volumeMm3;
    expect(areaMm2).toBeGreaterThan(5);
    expect(Math.abs(change / (sign * areaMm2 * 0.5) - 1)).toBeLessThan(0.01);
  });

  it("a text too large for its disc is refused with the height that fits", () => {
    const fields = { ...DISC, text: "Anna", letterHeightMm: 15 } as const;
    const { details } = refusal(() => pendantOf(fields));
    expect(details).toMatchObject({ field: "letterHeightMm", unit: "mm" });
    expect(details.nearest).toBeGreaterThan(3);
    const fitted = pendantOf({ ...fields, letterHeightMm: Number(details.nearest) });
    expect(fitted.measures.pieces).toBe(1);
  });

  it("a text no letter height fits is refused with its longest beginning that does", () => {
    const fields = { ...DISC, heightMm: 8, text: "Bartholomew", letterHeightMm: 2.5 } as const;
    const { details } = refusal(() => pendantOf(fields));
    expect(details.field).toBe("text");
    expect("Bartholomew".startsWith(String(details.nearest))).toBe(true);
  });

  it("a bail narrower than a chain's end ring breaks the rule of bails", () => {
    const check = (bailInnerMm: number) =>
      pendant
        .check(pendantSchema.parse({ bailInnerMm }), {} as Measures)
        .find(({ rule }) => rule === "bail-opening");
    expect(check(1.2)).toMatchObject({ status: "fail", limit: 1.5, unit: "mm" });
    expect(check(1.5)?.status).toBe("pass");
  });
});

describe("earrings", () => {
  it("a hoop with plain ends has the volume of its torus and its two half spheres", () => {
    const fields = { style: "hoop", end: "plain", hoopInnerMm: 20, wireMm: 2, gapMm: 2 } as const;
    const hoop = planHoop(earringsSchema.parse(fields));
    const sweep = 2 * Math.PI - 2 * gapAngle(hoop);
    const torus = Math.PI * hoopRadiusMm(hoop) * sweep + (4 / 3) * Math.PI;
    const { measures } = earringsOf(fields);
    expect(Math.abs(measures.volumeMm3 / (2 * torus) - 1)).toBeLessThan(0.001);
  });

  it("are two solids, and four where the drops swing", () => {
    expect(earringsOf({ style: "stud" }).measures.pieces).toBe(2);
    expect(earringsOf({ style: "drop", joint: "fixed" }).measures.pieces).toBe(2);
    expect(earringsOf({ style: "drop", joint: "moving" }).measures.pieces).toBe(4);
  });

  it("say what a usual piercing takes", () => {
    const piercing = (fields: Partial<EarringsSpec>) =>
      earrings
        .check(earringsSchema.parse(fields), {} as Measures)
        .find(({ rule }) => rule === "piercing")?.status;
    expect(piercing({ style: "hoop", end: "plain", wireMm: 2 })).toBe("warn");
    expect(piercing({ style: "hoop", end: "post" })).toBe("pass");
  });

  it("with posts count the backs that are bought, hoops none", () => {
    const ids = (fields: Partial<EarringsSpec>) =>
      earringsOf(fields).price.lines.map(({ id }) => id);
    expect(ids({ style: "stud" })).toContain("backs");
    expect(ids({ style: "hoop" })).not.toContain("backs");
  });
});
