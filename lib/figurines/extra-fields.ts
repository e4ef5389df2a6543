import { figurineSchema } from "#lib/kinds/figurine/schema.ts";
import { TEMPLATES } from "#lib/kinds/figurine/templates.ts";
import { type Field, fieldsOf } from "#lib/kinds/read/fields.ts";
import { fieldsIn } from "#lib/kinds/tongues/labels/index.ts";
import type { FigurineInput } from "./options.ts";

/** Fields of the kind that a figurine's `spec` can have, by what they belong to, as data for a form. */
export interface ExtraFields {
  body: Field[];
  head: Field[];
  /** Only where features are drawn. */
  face: Field[];
  /** Colours of each body's outfit before a style changes them. */
  colours: Record<FigurineInput["template"], Record<string, string>>;
}

/** What has an option of its own, or follows from it. */
const OWN = ["body", "heightMm", "material", "palette", "hair", "beard", "glasses", "headShape"];
/** Of the face, and not of how it is drawn. */
const OF_PHOTO = ["nose", "eyeColour"];
const OF_BODY = ["Figure", "Outfit", "Accessories", "Base", "Making"];

/** The fields a page offers beside the options that figurines have of their own, in its language. */
export function extraFields(locale: string): ExtraFields {
  const fields = fieldsIn(locale, fieldsOf(figurineSchema)).filter(
    ({ name }) => !OWN.includes(name),
  );
  const colours = Object.entries(TEMPLATES).map(([template, { colours: worn }]) => [
    template,
    {
      ...{ topColour: worn.top, bottomColour: worn.bottom },
      ...{ shoeColour: worn.shoes, accentColour: worn.accent },
    },
  ]);
  return {
    body: fields.filter(({ group }) => OF_BODY.includes(group ?? "")),
    head: fields.filter(({ name }) => name === "nose"),
    face: fields.filter(({ group, name }) => group === "Face" && !OF_PHOTO.includes(name)),
    colours: Object.fromEntries(colours) as ExtraFields["colours"],
  };
}
