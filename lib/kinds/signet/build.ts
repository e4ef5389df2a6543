import { type PlateShape, plateSection } from "../../kernel/jewelry/plate-outlines.ts";
import { makeSignet, type Signet, type SignetDetail, tableZ } from "../../kernel/jewelry/signet.ts";
import type { Part, Quality } from "../../kernel/mesh.ts";
import type { Outline, SolidKernel } from "../../kernel/solid/kernel.ts";
import { contoursOf, offsetSection } from "../../kernel/solid/section.ts";
import { engravedSection, letterSolid, letterZones } from "../../kernel/text/engraving.ts";
import { getFont } from "../../kernel/text/fonts.ts";
import { requireLettering } from "../lettering.ts";
import { planSignet } from "./plan.ts";
import type { SignetSpec } from "./schema.ts";

const DETAIL: Record<Quality, SignetDetail> = {
  preview: { segments: 128, acrossSteps: 32 },
  final: { segments: 288, acrossSteps: 64 },
};

/** Between letters and the table's edge, mm. */
const LETTER_MARGIN_MM = 0.7;

const PLATES: Record<Signet["shape"], PlateShape> = {
  round: "disc",
  oval: "oval",
  cushion: "cushion",
  square: "square",
};

/** The letters about the table's middle, mirrored for a seal; null without any. */
function lettersOf(kernel: SolidKernel, spec: SignetSpec, signet: Signet): Outline | null {
  if (spec.text === "") return null;
  const table = plateSection(kernel, PLATES[signet.shape], signet.widthMm, signet.lengthMm);
  const within = contoursOf(offsetSection(table, -LETTER_MARGIN_MM));
  const { lettering, letterHeightMm: heightMm } = spec;
  const text = requireLettering(
    {
      text: spec.text,
      font: lettering,
      heightMm,
      fields: { text: "text", font: "lettering", height: "letterHeightMm" },
      label: "Engraving",
      mostMm: 14,
    },
    { within, middleMm: 0, where: "on this table" },
  );
  const section = engravedSection(kernel, text, getFont(lettering), { heightMm });
  return spec.seal ? section.mirror([1, 0]) : section;
}

/** A signet ring as one solid. Throws `invalid_input` where its values cannot go together. */
export function buildSignet(spec: SignetSpec, kernel: SolidKernel, quality: Quality): Part[] {
  const signet = planSignet(spec);
  const { letterDepthMm, letterWork } = spec;
  return kernel.scope((): Part[] => {
    const letters = lettersOf(kernel, spec, signet);
    const bare = makeSignet(kernel, signet, DETAIL[quality]);
    const top = tableZ(signet);
    const work = letters && letterSolid(kernel, letters, letterDepthMm, letterWork);
    const onTable = work && kernel.translate(work, [0, 0, top]);
    const lettered = (recess: boolean) =>
      recess ? kernel.difference(bare, [onTable!]) : kernel.union([bare, onTable!]);
    const solid = onTable ? lettered(letterWork === "recessed") : bare;
    const zones = letters ? letterZones(letters) : [];
    return [
      {
        name: "metal",
        role: "metal",
        material: spec.alloy,
        finish: spec.finish,
        mesh: kernel.toMesh(solid),
        settings: zones.map(({ at: [x, y], radiusMm }) => ({ at: [x, y, top], radiusMm })),
      },
    ];
  });
}
