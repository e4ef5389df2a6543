import type { Finding } from "../finding.ts";
import type { Vec3 } from "../mesh.ts";
import { HEAD_GIRTH_MM } from "./body.ts";
import { hemGirthOf } from "./flare.ts";
import type { Laid } from "./laid.ts";
import { frontLine } from "./parts/front-line.ts";
import { patternOf } from "./pattern/pattern.ts";

/** How much an opening of jersey stretches for a head, and a waist of it for the shoulders, parts of its length. */
const KNIT_NECK = 1.6;
const KNIT_WAIST = 1.35;
/** Most cloth one dart takes up before it pouts, mm. */
const MOST_DART_MM = 45;
/** Farther apart a front gapes between buttons, mm: at the bust of a dress, and of a coat. */
const BUTTON_GAP_MM = { dress: 95, coat: 170 } as const;
/** Stripes that meet closer than this look matched, mm. */
const MATCHED_MM = 3;

interface Verdict {
  rule: string;
  status: Finding["status"];
  value: number;
  limit: number;
  at?: Vec3 | null;
  unit?: Finding["unit"];
  message: string;
}

const verdict = ({ unit = "mm", at = null, value, ...rest }: Verdict): Finding => ({
  ...rest,
  process: "sewn",
  value: Math.round(value * 10) / 10,
  unit,
  at,
});

const mm = (value: number) => `${Math.round(value).toLocaleString("en-US")} mm`;

function frontAt(laid: Laid, share: number): Vec3 | null {
  const line = frontLine(laid, 20);
  return line[Math.min(line.length - 1, Math.round(share * (line.length - 1)))]?.at ?? null;
}

/** Whether a head goes through the neck. */
function neckFindings(laid: Laid): Finding[] {
  const { design, torso } = laid;
  if (!torso || !design.torso) return [];
  const { neckMm } = patternOf(laid);
  const { closure, neckline, collar } = design.torso;
  const isKnit = design.fabric.weave === "knit";
  const opens = closure !== "none";
  const own = neckline === "turtleneck" && collar === "none" ? neckMm * 0.92 : neckMm;
  const value = isKnit ? own * KNIT_NECK : own;
  const passes = opens || value >= HEAD_GIRTH_MM;
  const how = isKnit ? "stretches to" : "is";
  const message = opens
    ? `The neck opens with the closure, so a head of ${mm(HEAD_GIRTH_MM)} passes.`
    : passes
      ? `The neck opening ${how} ${mm(value)}; a head of ${mm(HEAD_GIRTH_MM)} passes.`
      : `The neck opening ${how} ${mm(value)}, and a head takes ${mm(HEAD_GIRTH_MM)}. Cut it deeper, or give it a zip or buttons.`;
  return [
    verdict({
      rule: "neck-opening",
      status: passes ? "pass" : "fail",
      value,
      limit: HEAD_GIRTH_MM,
      at: frontAt(laid, 0),
      message,
    }),
  ];
}

/** Whether a dress without a closure passes the bust with its waist. */
function waistFindings({ design, girths, form }: Laid): Finding[] {
  if (design.torso?.closure !== "none") return [];
  const value = girths.waistMm * (design.fabric.weave === "knit" ? KNIT_WAIST : 1);
  const limit = design.body.bustMm + 10;
  const passes = value >= limit;
  const message = passes
    ? `The waist opens to ${mm(value)} and passes the bust.`
    : `The waist is ${mm(value)} and must pass a bust of ${mm(design.body.bustMm)}. Take a looser fit, jersey, or a closure.`;
  return [
    verdict({
      rule: "pull-on-waist",
      status: passes ? "pass" : "fail",
      value,
      limit,
      at: [0, 0, form.levels.waistMm],
      message,
    }),
  ];
}

/**
 * Hem that a walking step takes, by height above the floor: about 940 mm a hand above the knee, 1,000 at the knee,
 * 1,460 at the ankle for a body of 1,680 mm (the house's, after drafting tables for skirts).
 */
export function strideMm(heightMm: number, hemZ: number): number {
  const knee = 0.28 * heightMm;
  const scale = heightMm / 1680;
  if (hemZ >= knee) return scale * Math.max(880, 1000 - (0.6 * (hemZ - knee)) / scale);
  return scale * (1000 + (460 * (knee - hemZ)) / (0.23 * heightMm));
}

function strideFindings({ design, skirt }: Laid): Finding[] {
  if (!skirt) return [];
  const { hang, flare } = skirt;
  const stretch = design.fabric.weave === "knit" ? 1.2 : 1;
  const opens =
    skirt.design.closure === "wrap" || skirt.design.closure === "buttons-front" ? 300 : 0;
  const value = hemGirthOf(flare) * stretch + skirt.design.slitMm * 1.2 + opens;
  const limit = strideMm(design.body.heightMm, hang.hemZ);
  const status = value >= limit ? "pass" : value >= 0.8 * limit ? "warn" : "fail";
  const missing = Math.ceil((limit - value) / 1.2 / 10) * 10 + skirt.design.slitMm;
  const canSlit = skirt.design.shape === "pencil" || skirt.design.shape === "straight";
  const advice = canSlit ? `A slit of ${mm(missing)} lets one walk.` : "Give it more flare.";
  const message =
    status === "pass"
      ? `The hem opens to ${mm(value)}, enough for a step of ${mm(limit)}.`
      : `The hem opens to ${mm(value)}; a step there takes ${mm(limit)}. ${advice}`;
  return [verdict({ rule: "stride", status, value, limit, at: [0, 0, hang.hemZ], message })];
}

function buttonFindings(laid: Laid): Finding[] {
  const { design, torso } = laid;
  const front = patternOf(laid).front;
  const source = design.torso ?? design.skirt;
  if (source?.closure !== "buttons-front") return [];
  const above = front ? front.waistY - front.middleY : 0;
  const below =
    laid.skirt?.flare.lengthMm ??
    (torso?.hang ? torso.hang.lengthMm * (design.kind === "coat" ? 0.35 : 0.9) : 0);
  const value = (above + below) / Math.max(1, source.buttons);
  const limit = design.kind === "coat" ? BUTTON_GAP_MM.coat : BUTTON_GAP_MM.dress;
  const passes = value <= limit;
  const enough = Math.ceil((above + below) / limit);
  const message = passes
    ? `Buttons are ${mm(value)} apart, close enough that the front does not gape.`
    : `Buttons ${mm(value)} apart let the front gape; ${enough} buttons bring it under ${mm(limit)}.`;
  return [
    verdict({
      rule: "button-spacing",
      status: passes ? "pass" : "warn",
      value,
      limit,
      at: frontAt(laid, 0.3),
      message,
    }),
  ];
}

function dartFindings(laid: Laid): Finding[] {
  const { front } = patternOf(laid);
  if (!front || front.dartMm === 0) return [];
  const passes = front.dartMm <= MOST_DART_MM;
  const message = passes
    ? `Each waist dart takes up ${mm(front.dartMm)} and lies flat.`
    : `A waist dart of ${mm(front.dartMm)} pouts at its tip; above ${mm(MOST_DART_MM)} take a looser fit or ask for two.`;
  return [
    verdict({
      rule: "dart-intake",
      status: passes ? "pass" : "warn",
      value: front.dartMm,
      limit: MOST_DART_MM,
      at: frontAt(laid, 0.4),
      message,
    }),
  ];
}

/** How far a print's repeat is off where the side seams meet. */
function printFindings({ design, girths, form, torso }: Laid): Finding[] {
  const { print, repeatMm } = design.fabric;
  if (print !== "stripes" && print !== "check") return [];
  const panel = (torso ? girths.bustMm : girths.hipMm) / 2;
  const over = panel % repeatMm;
  const value = Math.min(over, repeatMm - over);
  const passes = value <= MATCHED_MM;
  const near = repeatMm * Math.round(panel / repeatMm);
  const message = passes
    ? `The ${print} meet at the side seams to ${mm(value)}.`
    : `At the side seams the ${print} are ${mm(value)} off: a panel is ${mm(panel)}, and ${near / repeatMm} repeats are ${mm(near)}.`;
  return [
    verdict({
      rule: "print-match",
      status: passes ? "pass" : "warn",
      value,
      limit: MATCHED_MM,
      at: [0, 0, torso ? form.levels.bustMm : form.levels.hipMm],
      message,
    }),
  ];
}

/** Weights that hang and sew well, g/m². */
const WEIGHTS = {
  dress: [70, 320],
  top: [70, 320],
  skirt: [80, 420],
  coat: [240, 520],
  trousers: [150, 480],
} as const;

function weightFindings({ design }: Laid): Finding[] {
  const [least, most] = WEIGHTS[design.kind];
  const { gsm } = design.fabric;
  const limit = gsm < least ? least : most;
  const passes = gsm >= least && gsm <= most;
  const name = design.kind === "trousers" ? "trousers" : `a ${design.kind}`;
  const message = passes
    ? `Cloth of ${gsm} g/m² suits ${name}.`
    : `Cloth of ${gsm} g/m² is ${gsm < least ? "light" : "heavy"} for ${name}; ${least} to ${most} g/m² is usual.`;
  return [
    verdict({
      rule: "cloth-weight",
      status: passes ? "pass" : "warn",
      value: gsm,
      limit,
      unit: "gsm",
      message,
    }),
  ];
}

/** Whether a garment can be put on, walked in, closed and sewn well. */
export const garmentFindings = (laid: Laid): Finding[] => [
  ...neckFindings(laid),
  ...waistFindings(laid),
  ...strideFindings(laid),
  ...buttonFindings(laid),
  ...dartFindings(laid),
  ...printFindings(laid),
  ...weightFindings(laid),
];
