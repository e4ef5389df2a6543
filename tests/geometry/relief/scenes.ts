import sharp from "sharp";
import type { Raster } from "#lib/kernel/raster/raster.ts";

/** A drawn picture with the truth about its subject. */
export interface Scene {
  name: string;
  /** Least intersection over union that the segmentation must reach. */
  floor: number;
  background: string;
  subject: string;
  /** Drawn over the background, under the subject: a shadow. */
  between?: string;
  size?: readonly [number, number];
  jpegQuality?: number;
  /** Amplitude of grain, 0 to 255. */
  grain?: number;
}

const DEFS = `<defs>
<linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#dfe6ee"/><stop offset="1" stop-color="#8fa0b4"/></linearGradient>
<radialGradient id="v"><stop offset="0" stop-color="#f2efe8"/><stop offset="1" stop-color="#a9a294"/></radialGradient>
<linearGradient id="mug" x1="0" x2="1"><stop offset="0" stop-color="#f6f6f4"/><stop offset="0.6" stop-color="#e3e3e0"/><stop offset="1" stop-color="#bdbdb9"/></linearGradient>
<linearGradient id="white" x1="0" y1="0" x2="0.3" y2="1"><stop offset="0" stop-color="#ffffff"/><stop offset="0.7" stop-color="#f6f5f3"/><stop offset="1" stop-color="#d9d7d2"/></linearGradient>
<radialGradient id="ball" cx="0.35" cy="0.3"><stop offset="0" stop-color="#ff9d80"/><stop offset="0.6" stop-color="#d63a24"/><stop offset="1" stop-color="#7c150a"/></radialGradient>
<filter id="soft"><feGaussianBlur stdDeviation="9"/></filter>
<filter id="wide" x="-50%" y="-300%" width="200%" height="700%"><feGaussianBlur stdDeviation="9"/></filter>
<pattern id="wood" width="46" height="400" patternUnits="userSpaceOnUse"><rect width="46" height="400" fill="#b98a58"/><rect width="17" height="400" fill="#a37343"/><rect x="30" width="5" height="400" fill="#8d6138"/></pattern>
<pattern id="check" width="50" height="50" patternUnits="userSpaceOnUse"><rect width="50" height="50" fill="#dadfe4"/><rect width="25" height="25" fill="#b8c2cc"/><rect x="25" y="25" width="25" height="25" fill="#b8c2cc"/></pattern>
</defs>`;

const plain = (fill: string) => `<rect width="100%" height="100%" fill="${fill}"/>`;
const bear = `<circle cx="150" cy="112" r="34" fill="#8a5a33"/><circle cx="250" cy="112" r="34" fill="#8a5a33"/><circle cx="200" cy="160" r="78" fill="#a06c40"/><ellipse cx="200" cy="290" rx="92" ry="84" fill="#a06c40"/><ellipse cx="200" cy="296" rx="56" ry="58" fill="#d7b083"/><circle cx="172" cy="148" r="9" fill="#1a120c"/><circle cx="228" cy="148" r="9" fill="#1a120c"/><ellipse cx="200" cy="184" rx="30" ry="22" fill="#d7b083"/>`;
const mug = `<path d="M120 110h130v190q0 22-22 22h-86q-22 0-22-22z" fill="url(#mug)"/><path d="M250 150h26q34 0 34 52t-34 52h-26v-28h18q14 0 14-24t-14-24h-18z" fill="#d0d0cc"/>`;
const vase = `<path d="M170 70h60q-4 50 26 96 34 54 12 122-12 40-68 44-56-4-68-44-22-68 12-122 30-46 26-96z" fill="url(#white)"/>`;
const contactShadow = `<ellipse cx="215" cy="322" rx="100" ry="14" fill="#000" opacity="0.25" filter="url(#wide)"/>`;
const ball = `<circle cx="200" cy="200" r="112" fill="url(#ball)"/>`;
const robot = `<rect x="140" y="70" width="120" height="84" rx="14" fill="#3f7fbf"/><circle cx="175" cy="112" r="14" fill="#f7d046"/><circle cx="225" cy="112" r="14" fill="#f7d046"/><rect x="118" y="170" width="164" height="150" rx="18" fill="#d4523a"/><rect x="160" y="205" width="80" height="50" rx="8" fill="#22303c"/>`;
const wreath = `<path fill-rule="evenodd" d="M200 60a140 140 0 1 0 0.01 0zM200 130a70 70 0 1 1-0.01 0z" fill="#2f7a45"/>`;
const bust = `<circle cx="200" cy="150" r="72" fill="#e0b090"/><path d="M90 400q0-150 110-150t110 150z" fill="#2d4a7a"/><path d="M126 150q-8-92 74-92t74 92q-30-44-74-44t-74 44z" fill="#3a2517"/>`;
const plant = `<path d="M150 250h100l-14 90h-72z" fill="#c46a3d"/><path d="M200 250q-70-30-80-120 60 20 80 120zM200 250q70-30 80-130-60 30-80 130zM196 250q-16-90 8-170 20 90-4 170z" fill="#3e8f4a"/>`;

/** Subjects on backgrounds of every sort that people photograph small things on. */
export const SCENES: readonly Scene[] = [
  { name: "a bear on plain card", floor: 0.96, background: plain("#e8e4da"), subject: bear },
  { name: "a bear on a graded ground", floor: 0.96, background: plain("url(#g)"), subject: bear },
  {
    name: "a bear in grain and JPEG noise",
    floor: 0.95,
    background: plain("#dcd8d0"),
    subject: bear,
    jpegQuality: 40,
    grain: 22,
  },
  {
    name: "a robot of two separate blobs",
    floor: 0.95,
    background: plain("#eceff1"),
    subject: robot,
  },
  { name: "a ball on wood stripes", floor: 0.93, background: plain("url(#wood)"), subject: ball },
  {
    name: "a plant on a chequered cloth",
    floor: 0.9,
    background: plain("url(#check)"),
    subject: plant,
  },
  {
    name: "a ball with a hard shadow",
    floor: 0.93,
    background: plain("#d9d9d6"),
    between: `<ellipse cx="285" cy="296" rx="110" ry="34" fill="#000" opacity="0.42"/>`,
    subject: ball,
  },
  {
    name: "a bear with a soft shadow",
    floor: 0.92,
    background: plain("#e9e6df"),
    between: `<ellipse cx="230" cy="362" rx="150" ry="24" fill="#000" opacity="0.4" filter="url(#soft)"/>`,
    subject: bear,
  },
  { name: "a white vase on white", floor: 0.95, background: plain("#f1f1ef"), subject: vase },
  {
    name: "a white vase on white with a soft shadow",
    floor: 0.85,
    background: plain("#f1f1ef"),
    between: contactShadow,
    subject: vase,
  },
  {
    name: "a white vase on white in grain and JPEG noise",
    floor: 0.9,
    background: plain("#eeeeea"),
    subject: vase,
    grain: 8,
    jpegQuality: 80,
  },
  {
    name: "a white mug on white with a soft shadow",
    floor: 0.92,
    background: plain("#eeeeee"),
    between: contactShadow,
    subject: mug,
    jpegQuality: 85,
  },
  { name: "a grey mug on grey", floor: 0.85, background: plain("#a8abad"), subject: mug },
  {
    name: "a grey mug with a shadow on grey",
    floor: 0.75,
    background: plain("#b4b6b8"),
    between: `<ellipse cx="250" cy="330" rx="130" ry="20" fill="#000" opacity="0.3" filter="url(#soft)"/>`,
    subject: mug,
  },
  { name: "a wreath with an opening", floor: 0.95, background: plain("#f3efe7"), subject: wreath },
  { name: "a bust cut by the frame", floor: 0.93, background: plain("url(#v)"), subject: bust },
  {
    name: "a dark plant on dark",
    floor: 0.85,
    background: plain("#23262b"),
    subject: plant,
    jpegQuality: 70,
  },
  {
    name: "a wide picture of a robot in grain",
    floor: 0.93,
    background: plain("#c9d3cf"),
    subject: robot,
    grain: 16,
    size: [640, 400],
  },
];

const bowl = `<path d="M80 170q4 150 120 150t120-150z" fill="url(#white)"/><ellipse cx="200" cy="170" rx="120" ry="40" fill="#ffffff"/><ellipse cx="200" cy="172" rx="110" ry="33" fill="#cfccc4"/>`;
const darkMug = mug.replace("url(#mug)", "#2b2d30").replace("#d0d0cc", "#3a3c40");

/** A white bowl on white, of which only the shaded inside stands out of the grain. */
export const FAINT_SCENES: readonly Scene[] = [8, 16, 26].map((grain) => ({
  name: `a white bowl on white in grain of ${grain}`,
  floor: 0,
  background: plain("#f1f0ed"),
  subject: bowl,
  grain,
}));

/** Without a colour, and clear all the same. */
export const DARK_SCENE: Scene = {
  name: "a black mug on white in grain",
  floor: 0.95,
  background: plain("#f1f0ed"),
  subject: darkMug,
  grain: 8,
};

const svg = (content: string, [width, height]: readonly [number, number]) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${(400 - width) / 2} 0 ${width} ${height}">${DEFS}${content.replaceAll('width="100%" height="100%"', `x="${(400 - width) / 2}" width="${width}" height="${height}"`)}</svg>`,
  );

/** A scene as the kernel gets it, and which pixels are subject. */
export async function drawScene(scene: Scene): Promise<{ raster: Raster; truth: Uint8Array }> {
  const { background, between = "", subject, size = [400, 400] as const } = scene;
  const picture = await grained(svg(background + between + subject, size), scene);
  const { data } = await sharp(svg(subject, size))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const truth = Uint8Array.from({ length: data.length / 4 }, (_, i) =>
    Number(data[4 * i + 3]! > 127),
  );
  return { raster: picture, truth };
}

async function grained(drawn: Buffer, { grain = 0, jpegQuality }: Scene): Promise<Raster> {
  const { data, info } = await sharp(drawn)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let state = 12345;
  for (let i = 0; i < data.length && grain > 0; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[i] = Math.max(0, Math.min(255, data[i]! + (state / 2 ** 32 - 0.5) * 2 * grain));
  }
  const raw = { raw: { width: info.width, height: info.height, channels: 3 as const } };
  const coded = jpegQuality
    ? sharp(await sharp(data, raw).jpeg({ quality: jpegQuality }).toBuffer())
    : sharp(data, raw);
  const { data: rgba } = await coded.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: new Uint8Array(rgba) };
}

/** Intersection over union of a mask, nearest pixel for pixel, with the truth of a picture. */
export function overlap(
  mask: { width: number; height: number; mask: Uint8Array },
  truth: Uint8Array,
  [width, height]: readonly [number, number],
): number {
  let both = 0;
  let either = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const mx = Math.min(mask.width - 1, Math.floor(((x + 0.5) * mask.width) / width));
      const my = Math.min(mask.height - 1, Math.floor(((y + 0.5) * mask.height) / height));
      const a = mask.mask[my * mask.width + mx]!;
      const b = truth[y * width + x]!;
      both += a & b;
      either += a | b;
    }
  }
  return either === 0 ? 1 : both / either;
}
