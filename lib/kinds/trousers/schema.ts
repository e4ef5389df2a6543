import { z } from "zod";
import { mm } from "../field.ts";
import {
  bodyFields,
  closureField,
  fabricFields,
  fitField,
  legFields,
  pocketsField,
} from "../garment/fields.ts";

/** Trousers, jeans and shorts. */
export const trousersSchema = z.object({
  ...bodyFields(),
  fit: fitField("regular"),
  ...legFields(),
  waistbandMm: mm(20, 80, 40, { label: "Waistband", group: "Waist", step: 5 }),
  pockets: pocketsField(["seam", "patch", "none"], "seam"),
  closure: closureField(["zip-front", "zip-side"], "zip-front"),
  ...fabricFields({
    weave: "denim",
    print: "plain",
    repeatMm: 40,
    colour: "#2f4b78",
    secondColour: "#d8cdb8",
    gsm: 380,
  }),
});

export type TrousersSpec = z.infer<typeof trousersSchema>;
