import sharp, { type Sharp } from "sharp";

/** A face nobody has, as it is drawn. */
export interface DrawnFace {
  skin: string;
  hair: string;
  hairStyle: "short" | "long" | "afro" | "bald";
  eyes: string;
  lips: string;
  ground: string;
  hasBeard: boolean;
}

export const SOMEBODY: DrawnFace = {
  skin: "#eabb95",
  hair: "#5b3822",
  hairStyle: "short",
  eyes: "#3a6a8a",
  lips: "#b65a50",
  ground: "#b9c7d2",
  hasBeard: false,
};

/** Where a drawn face has eyes and mouth, as shares of the picture. */
export const DRAWN_MARKS = {
  eyes: { right: [0.4, 0.42], left: [0.6, 0.42] },
  mouth: [0.5, 0.625],
} as const;

const backOf = ({ hairStyle, hair }: DrawnFace) =>
  hairStyle === "long"
    ? `<path d="M130 250q0-190 170-190q170 0 170 190l15 330h-370z" fill="${hair}"/>`
    : hairStyle === "afro"
      ? `<circle cx="300" cy="200" r="200" fill="${hair}"/>`
      : "";

const topOf = ({ hairStyle, hair }: DrawnFace) =>
  hairStyle === "bald"
    ? ""
    : `<path d="M160 250q-10-180 140-180q150 0 140 180q-20-90-70-100q-80 20-140 0q-50 20-70 100z" fill="${hair}"/>`;

const eyeAt = (x: number, { eyes, hair }: DrawnFace) =>
  `<ellipse cx="${x}" cy="252" rx="24" ry="14" fill="#fbf8f4"/><circle cx="${x}" cy="252" r="12" fill="${eyes}"/>
   <circle cx="${x}" cy="252" r="6" fill="#120c0a"/>
   <path d="M${x - 25} 250q25-22 50 0" stroke="#2a1a14" stroke-width="4" fill="none"/>
   <path d="M${x - 32} 222q32-18 62-2" stroke="${hair}" stroke-width="9" fill="none"/>`;

const mouthOf = ({ hasBeard, hair, lips }: DrawnFace) =>
  hasBeard
    ? `<path d="M172 300q10 150 128 160q118-10 128-160q-30 60-60 60q-68-40-136 0q-30 0-60-60z" fill="${hair}"/>
       <ellipse cx="300" cy="378" rx="38" ry="10" fill="${lips}"/>`
    : `<path d="M255 368q45 34 90 0q-45 12-90 0z" fill="${lips}"/>`;

/** A drawn face, 600 × 600 px, before it is encoded. */
export function drawnFace(face: DrawnFace = SOMEBODY): Sharp {
  const { skin, ground } = face;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"><defs>
    <radialGradient id="light" cx="0.42" cy="0.4" r="0.75"><stop offset="0" stop-color="#fff" stop-opacity="0.25"/>
    <stop offset="0.6" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#40160a" stop-opacity="0.35"/>
    </radialGradient></defs><rect width="600" height="600" fill="${ground}"/>${backOf(face)}
    <path d="M110 600q10-110 190-110q180 0 190 110z" fill="#39485c"/>
    <rect x="250" y="400" width="100" height="110" fill="${skin}"/>
    <ellipse cx="300" cy="290" rx="130" ry="170" fill="${skin}"/>
    <ellipse cx="300" cy="290" rx="130" ry="170" fill="url(#light)"/>${topOf(face)}
    ${eyeAt(240, face)}${eyeAt(360, face)}
    <path d="M300 262q-14 50-16 62q16 12 32 0" stroke="#7a4a34" stroke-opacity="0.55" stroke-width="4" fill="none"/>
    ${mouthOf(face)}</svg>`;
  return sharp(Buffer.from(svg));
}

export const facePhoto = async (face?: DrawnFace): Promise<Uint8Array> =>
  new Uint8Array(await drawnFace(face).jpeg({ quality: 90 }).toBuffer());
