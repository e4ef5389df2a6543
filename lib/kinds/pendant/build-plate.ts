import { type Bail, makeBail } from "../../kernel/jewelry/bail.ts";
import { toMatrix, toOuter } from "../../kernel/jewelry/frame.ts";
import { plateSection, textMiddleMm, topAt } from "../../kernel/jewelry/plate-outlines.ts";
import type { Part, Quality, SettingZone } from "../../kernel/mesh.ts";
import type { Outline, Solid, SolidKernel } from "../../kernel/solid/kernel.ts";
import { roundedPlate } from "../../kernel/solid/plate.ts";
import { contoursOf, offsetSection } from "../../kernel/solid/section.ts";
import { engravedSection, letterSolid, letterZones } from "../../kernel/text/engraving.ts";
import { getFont } from "../../kernel/text/fonts.ts";
import { requireLettering } from "../lettering.ts";
import { DETAIL } from "./detail.ts";
import { FACING } from "./plan.ts";
import { requireWithin } from "./rules.ts";
import { type PendantSpec, pendantSchema } from "./schema.ts";

/** Between letters and where the face begins to round off, mm. */
const LETTER_MARGIN_MM = 0.4;
/** What a recess leaves of any plate, mm: less is a hole. */
const LEAST_FLOOR_MM = 0.3;
const MOST_EDGE = 0.45;
/** How far a bail goes into a plate from behind, of its thickness. */
const MOST_ROOT = 0.6;

type PlateDesign = Exclude<PendantSpec["design"], "stone">;

/** Letters on the front, about the origin, and how high their middle stands. */
interface Letters {
  section: Outline;
  middleMm: number;
}

function checkPlate({ thicknessMm, edgeMm, letterDepthMm, text, letterWork }: PendantSpec): void {
  requireWithin({
    field: "edgeMm",
    value: edgeMm,
    maximum: MOST_EDGE * thicknessMm,
    reason: `A plate ${thicknessMm} mm thick can be rounded by less than half of that.`,
  });
  if (text === "" || letterWork === "raised") return;
  requireWithin({
    field: "letterDepthMm",
    value: letterDepthMm,
    maximum: thicknessMm - LEAST_FLOOR_MM,
    reason: `Letters must leave ${LEAST_FLOOR_MM} mm of a plate ${thicknessMm} mm thick.`,
  });
}

function lettersOf(kernel: SolidKernel, spec: PendantSpec, plate: Outline): Letters | null {
  if (spec.text === "") return null;
  const design = spec.design as PlateDesign;
  const middleMm = textMiddleMm(design, spec.widthMm, spec.heightMm);
  const within = contoursOf(offsetSection(plate, -(spec.edgeMm + LETTER_MARGIN_MM)));
  const text = requireLettering(
    {
      text: spec.text,
      font: spec.lettering,
      heightMm: spec.letterHeightMm,
      fields: { text: "text", font: "lettering", height: "letterHeightMm" },
      label: pendantSchema.shape.text.meta()?.label as string,
      mostMm: 20,
    },
    { within, middleMm, where: `on this ${design}` },
  );
  const font = getFont(spec.lettering);
  const section = engravedSection(kernel, text, font, { heightMm: spec.letterHeightMm });
  return { section, middleMm };
}

/** Where a bail joins the plate; the plate's middle plane is z = 0. */
function bailOf(spec: PendantSpec, plate: Outline): Bail | null {
  if (spec.bail === "none") return null;
  const { bail: style, bailInnerMm: innerMm, bailWallMm: wallMm, thicknessMm } = spec;
  const top = topAt(contoursOf(plate), 0) ?? 0;
  if (style !== "hidden") return { style, innerMm, wallMm, at: [0, top, 0] };
  const back = -thicknessMm / 2 - Math.max(0, 0.75 * wallMm - MOST_ROOT * thicknessMm);
  return { style, innerMm, wallMm, at: [0, top - innerMm / 2 - wallMm - 0.3, back] };
}

function engraved(kernel: SolidKernel, plate: Solid, letters: Letters | null, spec: PendantSpec) {
  if (!letters) return plate;
  const { letterDepthMm, letterWork, thicknessMm } = spec;
  const solid = letterSolid(kernel, letters.section, letterDepthMm, letterWork);
  const onFront = kernel.translate(solid, [0, letters.middleMm, thicknessMm / 2]);
  return letterWork === "recessed"
    ? kernel.difference(plate, [onFront])
    : kernel.union([plate, onFront]);
}

function zonesOf(letters: Letters | null, thicknessMm: number): SettingZone[] {
  if (!letters) return [];
  return letterZones(letters.section).map(({ at: [x, y, z], radiusMm }) => ({
    at: toOuter(FACING, [x, y + letters.middleMm, z + thicknessMm / 2]),
    radiusMm,
  }));
}

/** A disc, heart, drop or cross with its bail and letters as one solid. */
export function buildPlatePendant(spec: PendantSpec, kernel: SolidKernel, quality: Quality) {
  checkPlate(spec);
  return kernel.scope((): Part[] => {
    const { thicknessMm, edgeMm } = spec;
    const detail = DETAIL[quality];
    const section = plateSection(kernel, spec.design as PlateDesign, spec.widthMm, spec.heightMm);
    const letters = lettersOf(kernel, spec, section);
    const flat = roundedPlate(kernel, section, {
      thicknessMm,
      edgeMm,
      edgeSteps: detail.edgeSteps,
    });
    const plate = kernel.translate(flat, [0, 0, -thicknessMm / 2]);
    const bail = bailOf(spec, section);
    const whole = bail ? kernel.union([plate, makeBail(kernel, bail, detail)]) : plate;
    const metal = kernel.transform(engraved(kernel, whole, letters, spec), toMatrix(FACING));
    return [
      {
        name: "metal",
        role: "metal",
        material: spec.alloy,
        finish: spec.finish,
        mesh: kernel.toMesh(metal),
        settings: zonesOf(letters, thicknessMm),
      },
    ];
  });
}
