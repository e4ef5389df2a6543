import { z } from "zod";
import { mm } from "../field.ts";
import {
  beltField,
  bodyFields,
  buttonsField,
  closureField,
  collarField,
  fabricFields,
  fitField,
  necklineFields,
  pocketsField,
  sleeveFields,
} from "../garment/fields.ts";

/** A coat: open at the front, worn over other clothes. */
export const coatSchema = z.object({
  ...bodyFields(),
  fit: fitField("regular"),
  collar: collarField("lapel"),
  ...necklineFields("v", 230),
  ...sleeveFields("long"),
  belowWaistMm: mm(120, 800, 560, { label: "Length below the waist", group: "Hem", step: 10 }),
  hemFlareMm: mm(0, 900, 220, { label: "Extra width at the hem", group: "Hem", step: 10 }),
  pockets: pocketsField(["patch", "welt", "none"], "patch"),
  beltMm: beltField(0),
  closure: closureField(["buttons-front", "zip-front", "wrap"], "buttons-front"),
  buttons: buttonsField(4),
  ...fabricFields({
    weave: "twill",
    print: "plain",
    repeatMm: 60,
    colour: "#b48b58",
    secondColour: "#5b4630",
    gsm: 420,
  }),
});

export type CoatSpec = z.infer<typeof coatSchema>;
