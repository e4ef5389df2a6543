import { createFigurine } from "#lib/figurines/create-figurine.ts";
import { figurineUpload, MOST_FACE_PHOTOS } from "#lib/figurines/options.ts";
import { startedForm } from "#lib/figurines/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { toCamelCase } from "#lib/http/case.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { parseInput } from "#lib/http/invalid-fields.ts";
import { acceptedJob } from "#lib/jobs/accepted.ts";

/** The upload of face photos under one of its two addresses. */
export const acceptPhotos = (path: string) =>
  defineRoute({
    auth: { scope: "write" },
    body: "multipart",
    multipart: { files: MOST_FACE_PHOTOS, oversize: "mark" },
    limit: { name: "figurine-upload", points: 20, seconds: 60 },
    openapi: {
      method: "post",
      path,
      summary:
        "A face photo to a figurine: 1 to 3 pictures in the fields `photos`, `photo` or `file`",
      description:
        "`subject` (me, adult, child), `consent=true` and for a child `guardian=true` are needed. " +
        "Optional: `template`, `style`, `height_mm`, `process` (full-colour, sla, fdm), `strength`, `seed`, " +
        "`candidates`, `choice`, `hair`, `beard`, `glasses`, `head_shape`, `face` (picture, drawn), " +
        '`crop` {"x","y","width","height"}, `eyes` {"right":[x,y],"left":[x,y]}, `mouth` [x,y] — shares of the ' +
        "photo from its top left — and `spec`, any other field of the kind figurine, as JSON. `photo` names the " +
        "photo the face is of, from 0; without it and without marks the best is taken. `others` " +
        '[{"photo","eyes","mouth"}] marks the face in further photos: each gives a candidate. A crop that cannot ' +
        "be used answers 422 with `figurine_id`: the photo is kept for a PATCH with a new crop.",
      tags: ["Figurines"],
      responses: { 202: startedForm },
    },
    async handle({ ctx, body, effectId }) {
      const upload = parseInput(figurineUpload, plainFields(body.fields));
      const files = body.files.filter(({ filename, bytes }) => filename !== "" || bytes > 0);
      const { figurineId, jobId } = await createFigurine(ctx, { files, upload, effectId });
      const accepted = await acceptedJob(ctx, jobId, "Your figurine is being made.");
      return answer(202, { ...accepted, figurineId });
    },
  });

/** Fields that hold JSON, as values with camelCase names; text that is none stays for the schema to refuse. */
function plainFields(fields: Record<string, string>): Record<string, unknown> {
  const entries = Object.entries(fields).map(([name, text]) => {
    if (!/^\s*[{[]/.test(text)) return [name, text];
    try {
      return [name, toCamelCase(JSON.parse(text))];
    } catch {
      return [name, text];
    }
  });
  return Object.fromEntries(entries);
}
