import { createHash, randomUUID } from "node:crypto";
import sharp from "sharp";
import type { ModelRequest, SourcePicture, WorkOwner } from "#lib/adapters/inference/port.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { getKind } from "#lib/kinds/registry.ts";

/** A photo as the kernel and the port take it: a mug on a plain ground. */
export async function mugPhoto(colour = "#b03a2e"): Promise<SourcePicture> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="320">
    <rect width="320" height="320" fill="#e9e6e0"/>
    <rect x="100" y="70" width="120" height="180" rx="16" fill="${colour}"/></svg>`;
  const png = new Uint8Array(await sharp(Buffer.from(svg)).ensureAlpha().png().toBuffer());
  return { png, sha256: createHash("sha256").update(png).digest("hex") };
}

/** The order of an object of a photo. */
export async function objectRequest(
  spec: Record<string, unknown> = {},
  photo?: SourcePicture,
): Promise<ModelRequest> {
  const picture = randomUUID();
  return {
    kind: "object",
    spec: parseSpec(getKind("object"), {
      ...{ picture, heightMm: 60, faceLimit: 4_000, base: false },
      ...spec,
    }),
    sources: { [picture]: photo ?? (await mugPhoto()) },
    quality: "final",
    formats: ["glb", "stl", "3mf"],
  };
}

export const ringRequest = (spec: Record<string, unknown> = {}): ModelRequest => ({
  kind: "ring",
  spec: parseSpec(getKind("ring"), spec),
  quality: "final",
  formats: ["glb"],
});

export const ownerIn = (workspaceId: string) =>
  ({
    workspaceId,
    designId: randomUUID(),
    jobId: randomUUID(),
    taskId: randomUUID(),
  }) satisfies WorkOwner;
