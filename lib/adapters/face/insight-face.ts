import sharp from "sharp";
import { z } from "zod";
import { AppError, invalidInput, unavailable } from "../../shared/errors.ts";
import { isPassing, type Patience, retryAfterSeconds, sendPatiently } from "../send-patiently.ts";
import type { FaceOptions, FacePicture, Faces, FoundFace, Likeness } from "./port.ts";
import { yawOf } from "./yaw.ts";

export interface InsightFaceOptions {
  /** Address before `/extract`. */
  baseUrl: string;
  /** Sent as a bearer token, for a gateway before the service, which has no keys itself. */
  apiKey?: string | undefined;
  patience?: Patience;
}

/** Surety at which the service takes something for a face; its own default. */
const THRESHOLD = 0.6;

const point = z.tuple([z.number(), z.number()]);
type Point = z.output<typeof point>;
const faceForm = z.object({
  /** Left, top, right, lower edge, px. */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** The eyes, the one on the left of the picture first, the nose's tip, and the mouth's corners, px. */
  landmarks: z.tuple([point, point, point, point, point]),
  vec: z.array(z.number()).nullish(),
});
const answerForm = z.object({
  data: z.array(z.object({ status: z.string(), faces: z.array(faceForm) })),
});

type Extracted = z.output<typeof faceForm>;

/**
 * Faces by InsightFace-REST: `POST {baseUrl}/extract {images: {data: [base64]}, …}` answers for each picture its faces
 * with box, five landmarks in pixels and, where asked for, an ArcFace vector. Vectors live as long as a call.
 */
export function createInsightFaces(options: InsightFaceOptions): Faces {
  const extract = (pictures: readonly FacePicture[], wants: Wants) =>
    askFor(options, pictures, wants);
  return {
    model: "insightface",
    async find(picture, { signal } = {}) {
      const size = await sizeOf(picture);
      const [faces = []] = await extract([picture], { vectors: false, signal });
      return faces.map((face) => toFound(face, size));
    },
    async likeness(one, other, { signal } = {}) {
      const [first, second] = await extract([one, other], { vectors: true, signal });
      return compared(first?.[0], second?.[0]);
    },
    async check() {
      const answer = await send(options, () => request(options, "/health"));
      await answer.body?.cancel();
    },
  };
}

interface Wants extends FaceOptions {
  vectors: boolean;
  signal?: AbortSignal | undefined;
}

/** The faces of each picture, the largest first. */
async function askFor(
  options: InsightFaceOptions,
  pictures: readonly FacePicture[],
  { vectors, signal }: Wants,
): Promise<Extracted[][]> {
  const body = JSON.stringify({
    images: { data: pictures.map(({ bytes }) => Buffer.from(bytes).toString("base64")) },
    threshold: THRESHOLD,
    return_landmarks: true,
    extract_embedding: vectors,
    extract_ga: false,
    return_face_data: false,
  });
  const answer = await send(options, () => request(options, "/extract", body), signal);
  const { data } = await readAnswer(answer);
  if (data.length !== pictures.length)
    throw away({ cause: new Error(`${data.length} answers for ${pictures.length} pictures`) });
  const unread = data.findIndex(({ status }) => status !== "ok");
  if (unread >= 0)
    throw invalidInput("This is no picture that can be read.", { details: { index: unread } });
  return data.map(({ faces }) => faces.toSorted((one, other) => areaOf(other) - areaOf(one)));
}

const areaOf = ({ bbox: [left, top, right, low] }: Extracted) => (right - left) * (low - top);

function request({ baseUrl, apiKey }: InsightFaceOptions, path: string, body?: string): Request {
  return new Request(`${baseUrl.replace(/\/$/, "")}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      accept: "application/json",
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(apiKey && { authorization: `Bearer ${apiKey}` }),
    },
    ...(body !== undefined && { body }),
  });
}

async function send(
  { patience }: InsightFaceOptions,
  make: () => Request,
  signal?: AbortSignal,
): Promise<Response> {
  const answer = await sendPatiently(make, { ...patience, ...(signal && { signal }) }).catch(
    (cause) => {
      throw signal?.aborted ? new AppError("cancelled", "This was stopped.") : away({ cause });
    },
  );
  if (!answer.ok) throw await refusalOf(answer);
  return answer;
}

const away = (more: Parameters<typeof unavailable>[1]) =>
  unavailable("Faces cannot be looked for just now. Try again in a moment.", {
    retryable: true,
    ...more,
  });

async function refusalOf(answer: Response): Promise<Error> {
  await answer.body?.cancel();
  const cause = new Error(`the face model answered ${answer.status}`);
  if (answer.status === 401 || answer.status === 403) {
    return unavailable(
      "Faces cannot be looked for: the service refuses this site's key. Whoever runs the site has to look at it.",
      { cause, retryable: false },
    );
  }
  const seconds = retryAfterSeconds(answer);
  return away({
    cause,
    retryable: isPassing(answer.status),
    ...(seconds !== undefined && { retryAfterSeconds: seconds }),
  });
}

async function readAnswer(answer: Response): Promise<z.output<typeof answerForm>> {
  try {
    return answerForm.parse(await answer.json());
  } catch (cause) {
    throw away({ cause });
  }
}

async function sizeOf({ bytes }: FacePicture): Promise<{ width: number; height: number }> {
  try {
    return await sharp(bytes).metadata();
  } catch (cause) {
    throw invalidInput("This is no picture that can be read.", { cause, details: { index: 0 } });
  }
}

function toFound(
  { bbox, landmarks }: Extracted,
  { width, height }: { width: number; height: number },
): FoundFace {
  const [left, top, right, low] = bbox;
  const [rightEye, leftEye, nose, corner, other] = landmarks;
  const share = ([x, y]: Point) => [x / width, y / height] as const;
  return {
    box: {
      x: left / width,
      y: top / height,
      width: (right - left) / width,
      height: (low - top) / height,
    },
    rightEye: share(rightEye),
    leftEye: share(leftEye),
    mouth: share([(corner[0] + other[0]) / 2, (corner[1] + other[1]) / 2]),
    yawDeg: yawOf(rightEye, leftEye, nose),
  };
}

function compared(one: Extracted | undefined, other: Extracted | undefined): Likeness {
  if (!one) return { noFaceIn: "one" };
  if (!other) return { noFaceIn: "other" };
  const [u, v] = [one.vec ?? [], other.vec ?? []];
  const lengths = Math.hypot(...u) * Math.hypot(...v);
  if (u.length !== v.length || !(lengths > 0))
    throw away({ cause: new Error("the face model answered no vectors"), retryable: false });
  return { cosine: u.reduce((sum, value, k) => sum + value * v[k]!, 0) / lengths };
}
