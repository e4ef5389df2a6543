import { expect, it } from "vitest";
import { figurine } from "#lib/kinds/figurine/index.ts";
import { type FigurineSpec, figurineSchema } from "#lib/kinds/figurine/schema.ts";

const read = (message: string, current: FigurineSpec | null = null) =>
  figurine.read(message, { current, locale: "en" });

it("reads a graduate with height, hair and a name", () => {
  const { patch } = read("a graduate figurine 90 mm tall with long brown hair, name plate ANNA");
  expect(patch).toMatchObject({ body: "graduate", heightMm: 90, hair: "long", plateText: "ANNA" });
});

it("keeps the other colours of a body when one is named", () => {
  const graduate = figurineSchema.parse({ plateText: "ANNA" });
  const { patch } = read("make him a superhero with a red cape", graduate);
  expect(patch).toMatchObject({
    body: "superhero",
    cape: "yes",
    palette: "own",
    topColour: "#2a5cc0",
  });
});

it("hollows by words, with wall and holes", () => {
  const { patch } = read(
    "make it hollow with 2.5 mm walls and 3 drain holes",
    figurineSchema.parse({}),
  );
  expect(patch).toEqual({ isHollow: true, wallMm: 2.5, drainHoles: 3 });
});

it("gives glasses, a beard and a base where they are named", () => {
  const { patch } = read(
    "a figurine of a chef with a moustache and round glasses on a square base",
  );
  expect(patch).toMatchObject({
    body: "chef",
    beard: "moustache",
    glasses: "round",
    base: "square",
  });
});
