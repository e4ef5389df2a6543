import type { Part, Quality } from "../mesh.ts";
import { type ClothMaker, clothOf, clothPart, thicknessOf, trimPart } from "./cloth-part.ts";
import { drawSwatch, plainSwatch } from "./cloth/swatch.ts";
import type { GarmentDesign, SkirtDesign } from "./design.ts";
import { type FinishedGirths, finishedGirths } from "./ease.ts";
import { type Flare, flareGirth, flareOf } from "./flare.ts";
import { type DressForm, dressForm } from "./form.ts";
import { type Hang, hangCloth } from "./hang.ts";
import { easeToGirth, widened } from "./section.ts";
import { skirtGrid } from "./skirt-panels.ts";
import { type SleeveOptions, sleeveGrid } from "./sleeve.ts";
import { standParts } from "./stand.ts";
import { STIFFNESS } from "./stiffness.ts";
import { bodyGirthBelow, layTorso, type Torso } from "./torso.ts";
import { torsoGrid } from "./torso-panels.ts";
import { ribbonMesh } from "./trim.ts";

/** A garment laid on its form: what shape, drawing and pattern share. */
export interface Laid {
  design: GarmentDesign;
  form: DressForm;
  girths: FinishedGirths;
  torso: Torso | null;
  skirt: { design: SkirtDesign; flare: Flare; hang: Hang } | null;
}

export function layGarment(design: GarmentDesign): Laid {
  const form = dressForm(design.body);
  const girths = finishedGirths(design, form.lengths.upperArmMm);
  const torso = design.torso && layTorso(design, design.torso, form, girths);
  const skirt = design.skirt && laySkirt(design, design.skirt, form, girths, torso);
  return { design, form, girths, torso, skirt };
}

function laySkirt(design: GarmentDesign, skirt: SkirtDesign, form: DressForm, girths: FinishedGirths, torso: Torso | null) {
  const { levels, body } = form;
  const flare = flareOf(skirt, girths, body, levels);
  const waist = form.spannedAt(levels.waistMm);
  const top = torso ? torso.sectionAt(levels.waistMm) : widened(waist, Math.max(2.5, easeToGirth(waist, girths.waistMm)));
  const hang = hangCloth({
    top,
    topZ: levels.waistMm - 0.1,
    lengthMm: flare.lengthMm,
    girthAt: (d) => flareGirth(flare, d),
    bodyGirthAt: (z) => bodyGirthBelow(form, z) + 8,
    angle: flare.angle,
    isGathered: flare.fullness === "gathers",
    stiffness: STIFFNESS[design.fabric.weave],
  });
  return { design: skirt, flare, hang };
}

const PER_DM: Record<Quality, number> = { preview: 8, final: 13 };

function makerOf(design: GarmentDesign): ClothMaker {
  const { fabric, kind } = design;
  return {
    material: clothOf(fabric, kind === "coat"),
    thicknessMm: thicknessOf(fabric),
    main: drawSwatch(fabric),
    trim: plainSwatch(fabric, fabric.print === "plain" ? fabric.colour : fabric.secondColour),
  };
}

export function shapeGarment(design: GarmentDesign, quality: Quality): Part[] {
  const laid = layGarment(design);
  const maker = makerOf(design);
  const perDm = PER_DM[quality];
  const parts: Part[] = [];
  const { torso, skirt, form } = laid;
  if (torso) {
    for (const side of ["front", "back"] as const) {
      const grid = torsoGrid(torso, { side, from: 0, to: 1 }, { perDm });
      parts.push(clothPart(`${side} bodice`, grid, side === "front" ? 1 : -1, maker));
    }
    if (design.torso!.sleeve !== "none") parts.push(...sleeves(laid, maker, perDm));
  }
  if (skirt) {
    const around = quality === "final" ? 400 : 240;
    for (const [name, from, to] of [["front skirt", 0, Math.PI], ["back skirt", Math.PI, 2 * Math.PI]] as const) {
      parts.push(clothPart(name, skirtGrid(skirt.hang, skirt.flare, { name, from, to }, perDm * 0.8, around), 1, maker));
    }
  }
  if (design.beltMm > 0) parts.push(belt(laid, maker));
  const low = Math.min(...[torso?.hang?.hemZ, skirt?.hang.hemZ, form.levels.waistMm].filter((z) => z !== undefined));
  parts.push(...standParts(form, low, quality === "final"));
  return parts;
}

function belt({ design, form, torso }: Laid, maker: ClothMaker): Part {
  const z = form.levels.waistMm;
  const section = widened(torso ? torso.sectionAt(z) : form.spannedAt(z), 1.5);
  const path = Array.from({ length: 120 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 120;
    const half = design.beltMm / 2;
    void half;
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    const x = section.halfWidthMm * Math.sign(c) * Math.abs(c) ** (2 / section.power);
    const y = section.middleMm - section.halfDepthMm * Math.sign(s) * Math.abs(s) ** (2 / section.power);
    const n = Math.hypot(c / section.halfWidthMm, s / section.halfDepthMm);
    return { at: [x, y, z] as const, out: [c / section.halfWidthMm / n, -s / section.halfDepthMm / n, 0] as const };
  });
  return trimPart("belt", ribbonMesh(path, { widthMm: design.beltMm, thicknessMm: 3, isClosed: true, liftMm: 1 }), maker);
}

function sleeves({ design, torso, girths, form }: Laid, maker: ClothMaker, perDm: number): Part[] {
  const { sleeve, sleeveShape } = design.torso!;
  const lengthMm = { none: 0, cap: 85, short: 210, "three-quarter": form.lengths.armMm * 0.72, long: form.lengths.armMm }[sleeve];
  const t = lengthMm / form.lengths.armMm;
  const straight = girths.upperArmMm + (form.lengths.wristMm + 70 - girths.upperArmMm) * Math.max(0, t - 0.15);
  const options: SleeveOptions = {
    shape: sleeveShape,
    isCap: sleeve === "cap",
    lengthMm,
    upperArmMm: girths.upperArmMm,
    hemMm: sleeveShape === "bell" ? girths.upperArmMm * 1.5 : straight,
    lean: 0.42 - 0.2 * t,
    fullness: 0.4,
  };
  const left = sleeveGrid(torso!, options, perDm);
  const right = { ...left, points: left.points.map((v, i) => (i % 3 === 0 ? -v : v)), cloth: left.cloth.map((v, i) => (i % 2 === 0 ? -v : v)) };
  return [clothPart("left sleeve", left, 1, maker), clothPart("right sleeve", right, -1, maker)];
}
