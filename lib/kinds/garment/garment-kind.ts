import type { GarmentDesign } from "../../kernel/garment/design.ts";
import { garmentFindings } from "../../kernel/garment/findings.ts";
import { layGarment } from "../../kernel/garment/laid.ts";
import { garmentMeasures } from "../../kernel/garment/measure.ts";
import { garmentPrice } from "../../kernel/garment/price.ts";
import { shapeGarment, solidCount } from "../../kernel/garment/shape.ts";
import type { Kind } from "../kind.ts";

type Own<Spec extends Record<string, unknown>> = Pick<
  Kind<Spec>,
  | "id"
  | "title"
  | "schema"
  | "example"
  | "read"
  | "nouns"
  | "hints"
  | "claims"
  | "free"
  | "words"
  | "suggest"
> & {
  /** What the kernel makes of a spec. */
  design(spec: Spec): GarmentDesign;
};

/** A garment kind: all but its fields and words is shared. */
export function garmentKind<Spec extends Record<string, unknown>>({
  design,
  ...own
}: Own<Spec>): Kind<Spec> {
  const laid = (spec: Spec) => layGarment(design(spec));
  return {
    ...own,
    category: "garment",
    build: (spec, _kernel, quality) => shapeGarment(design(spec), quality),
    measure: (spec, measured) => garmentMeasures(laid(spec), measured),
    check: (spec) => garmentFindings(laid(spec)),
    pieces: (spec) => solidCount(design(spec)),
    price: (spec, _measures, rates) => garmentPrice(laid(spec), rates),
    garment: design,
  };
}
