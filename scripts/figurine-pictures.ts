/** `npm run pictures:figurines`: draws what each style and each body looks like into public/figurines. */
import { mkdirSync } from "node:fs";
import os from "node:os";
import sharp from "sharp";
import { calmed, drawCartoon } from "#lib/kernel/figurine/cartoon/draw-cartoon.ts";
import { readFace } from "#lib/kernel/figurine/cartoon/read-face.ts";
import { referenceFaces } from "#lib/kernel/figurine/cartoon/reference-faces.ts";
import { STYLE_IDS } from "#lib/kernel/figurine/cartoon/types.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import {
  type FaceWish,
  figurineSpec,
  headSpec,
  STANDARD_WISH,
} from "#lib/kinds/figurine/from-face.ts";
import { figurine } from "#lib/kinds/figurine/index.ts";
import { TEMPLATES } from "#lib/kinds/figurine/templates.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { createStudio } from "#lib/workshop/drawing/studio.ts";

const FOLDER = "public/figurines";
const EDGE_PX = 240;
const FACE = "face";

const kernel = await loadSolidKernel();
const studio = createStudio({ threads: os.availableParallelism() });
mkdirSync(FOLDER, { recursive: true });

/** Draws a person nobody is, as a wish has them. */
async function draw(name: string, person: number, wish: Partial<FaceWish>, view: "head" | "hero") {
  const whole: FaceWish = { ...STANDARD_WISH, ...wish };
  const canvas = referenceFaces()[person % referenceFaces().length]!;
  const read = readFace(canvas, 1);
  const { face, skin } = drawCartoon(calmed(canvas, whole), read, { ...whole, seed: 1 });
  const spec = figurineSpec(whole, headSpec(whole, read.reading, { faceId: FACE, skin }));
  const assets = { pictures: { [FACE]: face } };
  const { parts } = buildPiece(kernel, figurine, spec, "final", { assets });
  const order = { view, seed: 0, sizePx: 2 * EDGE_PX, quality: "final" } as const;
  const { rgba, width, height } = await studio.draw(parts, order);
  const raw = { width, height, channels: 4 } as const;
  await sharp(Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength), { raw })
    .removeAlpha()
    .resize(EDGE_PX)
    .webp({ quality: 82, effort: 6 })
    .toFile(`${FOLDER}/${name}.webp`);
  console.log(`${FOLDER}/${name}.webp`);
}

for (const style of STYLE_IDS) await draw(`style-${style}`, 0, { style, hair: "swept" }, "head");
for (const [person, template] of Object.keys(TEMPLATES).entries()) {
  const { hair } = TEMPLATES[template as FaceWish["template"]];
  await draw(
    `body-${template}`,
    person,
    { template: template as FaceWish["template"], hair },
    "hero",
  );
}
await studio.close();
