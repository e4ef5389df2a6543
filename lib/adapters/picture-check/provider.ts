import { createHash } from "node:crypto";
import sharp from "sharp";
import { log } from "../../log.ts";
import type { Inference } from "../inference/port.ts";
import type { LookOptions, PictureCheck } from "./port.ts";

/** Longer side of what is sent to be looked at, px: skin is told from cloth at this size. */
const LOOK_EDGE_PX = 768;
/** Whoever sends a picture waits so long for its look. */
const WITHIN_MS = 20_000;

/** Looks by the model that the inference engine's provider has for it. */
export function createProviderCheck(inference: () => Inference, name: string): PictureCheck {
  const look = async (picture: Uint8Array, { workspaceId, signal }: LookOptions) => {
    const png = await small(picture);
    const source = { png, sha256: createHash("sha256").update(png).digest("hex") };
    const late = AbortSignal.timeout(WITHIN_MS);
    const flags = await inference().judgePictures([source], {
      owner: { workspaceId, designId: null, jobId: null, taskId: null },
      signal: signal ? AbortSignal.any([signal, late]) : late,
    });
    return { flagged: flags?.[0] ?? false };
  };
  return {
    name,
    async look(picture, options) {
      try {
        return await look(picture, options);
      } catch (err) {
        options.signal?.throwIfAborted();
        log.warn({ err, check: name }, "a picture was not looked at");
        return { flagged: false };
      }
    },
  };
}

async function small(picture: Uint8Array): Promise<Uint8Array> {
  const png = await sharp(picture)
    .resize(LOOK_EDGE_PX, LOOK_EDGE_PX, { fit: "inside", withoutEnlargement: true })
    .png()
    .toBuffer();
  return new Uint8Array(png);
}
