import type { Part, Quality } from "../mesh.ts";
import { drawSwatch, plainSwatch } from "./cloth/swatch.ts";
import { type ClothMaker, clothOf, thicknessOf } from "./cloth-part.ts";
import type { GarmentDesign } from "./design.ts";
import { type Laid, layGarment } from "./laid.ts";
import { legStandParts } from "./leg-stand.ts";
import { planParts } from "./part-plan.ts";
import { standParts } from "./stand.ts";

/** Grid lines a decimetre of cloth. */
const PER_DM: Record<Quality, number> = { preview: 8, final: 13 };

function makerOf({ fabric, kind }: GarmentDesign): ClothMaker {
  return {
    material: clothOf(fabric, kind === "coat"),
    thicknessMm: thicknessOf(fabric),
    main: drawSwatch(fabric),
    trim: plainSwatch(fabric, fabric.print === "plain" ? fabric.colour : fabric.secondColour),
  };
}

function lowest({ torso, skirt, legs, form }: Laid): number {
  return skirt?.hang.hemZ ?? torso?.hang?.hemZ ?? legs?.hemZ ?? form.levels.waistMm;
}

/** The garment as closed solids, and the form it hangs on. */
export function shapeGarment(design: GarmentDesign, quality: Quality): Part[] {
  const laid = layGarment(design);
  const making = { laid, maker: makerOf(design), perDm: PER_DM[quality], quality };
  const stand = laid.legs
    ? legStandParts(laid.form, laid.legs)
    : standParts(laid.form, lowest(laid), quality === "final");
  return [...planParts(making).map(({ make }) => make()), ...stand];
}

/** How many closed solids a garment is: its panels, bands, collars, pockets and buttons. */
export function solidCount(design: GarmentDesign): number {
  const laid = layGarment(design);
  // Parts are only counted here: nothing is made, so the cloth is not drawn.
  const maker = makerOf({ ...design, fabric: { ...design.fabric, print: "plain" } });
  return planParts({ laid, maker, perDm: PER_DM.preview, quality: "preview" }).length;
}
