import { z } from "zod";
import { mm } from "../field.ts";
import {
  bodyFields,
  buttonsField,
  closureField,
  collarField,
  fabricFields,
  fitField,
  necklineFields,
  sleeveFields,
} from "../garment/fields.ts";

/** A top: a shirt, blouse or jersey that ends between waist and thigh. */
export const topSchema = z.object({
  ...bodyFields(),
  fit: fitField("regular"),
  ...necklineFields("round", 100),
  collar: collarField("none"),
  ...sleeveFields("long"),
  belowWaistMm: mm(30, 420, 190, { label: "Length below the waist", group: "Hem", step: 10 }),
  hemFlareMm: mm(0, 500, 20, { label: "Extra width at the hem", group: "Hem", step: 10 }),
  closure: closureField(["none", "buttons-front", "zip-back"], "none"),
  buttons: buttonsField(7),
  ...fabricFields({
    weave: "knit",
    print: "stripes",
    repeatMm: 22,
    colour: "#f5f2ea",
    secondColour: "#1e2f55",
    gsm: 190,
  }),
});

export type TopSpec = z.infer<typeof topSchema>;
