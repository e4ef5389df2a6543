import { z } from "zod";
import { mm } from "../field.ts";
import {
  bodyFields,
  buttonsField,
  closureField,
  fabricFields,
  fitField,
  skirtFields,
} from "../garment/fields.ts";

/** A skirt on a waistband. */
export const skirtSchema = z.object({
  ...bodyFields(),
  fit: fitField("regular"),
  ...skirtFields("circle", 640),
  waistbandMm: mm(15, 90, 35, { label: "Waistband", group: "Waist", step: 5 }),
  closure: closureField(["zip-back", "buttons-front"], "zip-back"),
  buttons: buttonsField(8),
  ...fabricFields({
    weave: "twill",
    print: "check",
    repeatMm: 30,
    colour: "#f7f4ee",
    secondColour: "#b3262e",
    gsm: 190,
  }),
});

export type SkirtSpec = z.infer<typeof skirtSchema>;
