import { createHash } from "node:crypto";
import sharp from "sharp";
import { type Loopback, type Mishap, openLoopback, readBytes } from "../loopback.ts";

/** A face as the service answers it, places in px. */
export interface DoubleFace {
  bbox: [left: number, top: number, right: number, low: number];
  /** The eyes, the one on the left first, nose, corners of the mouth. */
  landmarks: [number, number][];
}

export interface InsightFaceDouble extends Loopback {
  mishaps: Mishap[];
  /** What is in pictures from now on; null again: one face in the middle of any that is not plain. */
  faces: ((width: number, height: number) => DoubleFace[]) | null;
  /** Pictures of every request. */
  asked: number[];
}

interface Asked {
  images: { data: string[] };
  return_landmarks: boolean;
  extract_embedding: boolean;
}

/** Shares of a picture where a face looking ahead has its landmarks. */
const AHEAD = [
  [0.4, 0.42],
  [0.6, 0.42],
  [0.5, 0.53],
  [0.43, 0.63],
  [0.57, 0.63],
] as const;

/** One face around a place, turned so that its nose lies beside the middle by `turn` of the eyes' distance. */
export function faceAt(
  width: number,
  height: number,
  { x = 0.5, size = 1, turn = 0 }: { x?: number; size?: number; turn?: number } = {},
): DoubleFace {
  const at = (u: number, v: number): [number, number] => [
    Math.round((x + (u - 0.5) * size) * width),
    Math.round(v * height),
  ];
  const landmarks = AHEAD.map(([u, v], k) => at(k === 2 ? u + turn * 0.2 : u, v));
  const [left, top] = at(0.28, 0.2);
  const [right, low] = at(0.72, 0.76);
  return { bbox: [left, top, right, low], landmarks };
}

/** InsightFace-REST: the same picture always has the same vector. `apiKey` is that of a gateway before it. */
export async function openInsightFaceDouble(apiKey: string): Promise<InsightFaceDouble> {
  const state: Pick<InsightFaceDouble, "mishaps" | "faces" | "asked"> = {
    ...{ mishaps: [], faces: null, asked: [] },
  };
  const server = await openLoopback(async (request, response) => {
    const body = await readBytes(request);
    const mishap = state.mishaps.shift();
    if (mishap === "cut") return void response.destroy();
    const refused = request.headers.authorization === `Bearer ${apiKey}` ? 0 : 401;
    const status = typeof mishap === "object" ? mishap.status : refused;
    if (status) return void response.writeHead(status).end("{}");
    response.setHeader("content-type", "application/json");
    if (request.url === "/health") return void response.end(JSON.stringify({ status: "ok" }));
    const asked = JSON.parse(body.toString()) as Asked;
    state.asked.push(asked.images.data.length);
    const data = await Promise.all(
      asked.images.data.map((image) => answerFor(image, asked, state)),
    );
    response.end(JSON.stringify({ took: { total_ms: 1 }, data }));
  });
  return Object.assign(state, server);
}

async function answerFor(
  image: string,
  { extract_embedding, return_landmarks }: Asked,
  { faces }: Pick<InsightFaceDouble, "faces">,
) {
  const bytes = Buffer.from(image, "base64");
  const picture = await stateOf(bytes).catch(() => null);
  if (!picture) return { status: "failed", traceback: "imdecode", took_ms: 0, faces: [] };
  const { width, height, isPlain } = picture;
  const found = faces ? faces(width, height) : isPlain ? [] : [faceAt(width, height)];
  return {
    status: "ok",
    took_ms: 1,
    faces: found.map(({ bbox, landmarks }, num_det) => ({
      ...{ num_det, prob: 0.9, bbox, size: bbox[2] - bbox[0], gender: null, age: null },
      ...(return_landmarks && { landmarks }),
      ...(extract_embedding ? { norm: 20, vec: vectorOf(bytes) } : { norm: null, vec: null }),
    })),
  };
}

async function stateOf(bytes: Buffer) {
  const { width, height } = await sharp(bytes).metadata();
  const { channels } = await sharp(bytes).stats();
  return { width, height, isPlain: channels.slice(0, 3).every(({ stdev }) => stdev < 2) };
}

/** 512 numbers, as ArcFace has; two pictures of anything have about 0.3 in common. */
function vectorOf(bytes: Buffer): number[] {
  const digest = createHash("sha256").update(bytes).digest();
  return Array.from({ length: 512 }, (_, n) => (digest[n % digest.length] ?? 0) - 80);
}
