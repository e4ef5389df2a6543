import { z } from "zod";
import {
  beltField,
  bodyFields,
  buttonsField,
  closureField,
  collarField,
  fabricFields,
  fitField,
  necklineFields,
  skirtFields,
  sleeveFields,
} from "../garment/fields.ts";

/** A dress: a bodice with a skirt sewn on at the waist. */
export const dressSchema = z.object({
  ...bodyFields(),
  fit: fitField("slim"),
  ...necklineFields("v", 165),
  collar: collarField("none"),
  ...sleeveFields("short"),
  ...skirtFields("half-circle", 640),
  beltMm: beltField(30),
  closure: closureField(["zip-back", "buttons-front", "wrap", "none"], "zip-back"),
  buttons: buttonsField(9),
  ...fabricFields({
    weave: "plain",
    print: "floral",
    repeatMm: 90,
    colour: "#1d3a6e",
    secondColour: "#f3d9cf",
    gsm: 130,
  }),
});

export type DressSpec = z.infer<typeof dressSchema>;
