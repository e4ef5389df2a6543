import { choice, mm } from "./field.ts";
import type { FieldMeta } from "./kind.ts";

/** How a kind's one stone is held; shown while `when` holds. */
export const settingFields = (when: NonNullable<FieldMeta["when"]>) => ({
  head: choice({ prong: "Prongs", bezel: "Bezel" }, "prong", {
    label: "Setting",
    group: "Setting",
    when,
  }),
  prongs: choice({ "4": "Four", "6": "Six" }, "4", {
    label: "Number of prongs",
    group: "Setting",
    when: { ...when, head: ["prong"] },
  }),
  prongWidthMm: mm(0.6, 1.8, 1, {
    label: "Prong width",
    group: "Setting",
    step: 0.05,
    when: { ...when, head: ["prong"] },
  }),
  bezelWallMm: mm(0.5, 2, 0.9, {
    label: "Bezel wall",
    group: "Setting",
    step: 0.05,
    when: { ...when, head: ["bezel"] },
  }),
});
