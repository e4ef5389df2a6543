import type { UIMessage } from "ai";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { invalidInput, notFound } from "#lib/shared/errors.ts";
import { MAX_MESSAGE_LENGTH } from "./types.ts";

/** Pictures that go with one message at most. */
export const MAX_ATTACHMENTS = 4;

/** The text without outer blanks. Throws `invalid_input` when it is empty or too long. */
export function parseMessage(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length === 0) {
    const message = "Write what you have in mind.";
    throw invalidInput(message, { details: { field: "message" }, fieldErrors: { message } });
  }
  if (trimmed.length > MAX_MESSAGE_LENGTH) {
    const message = `A message has at most ${MAX_MESSAGE_LENGTH.toLocaleString("en")} characters; this one has ${trimmed.length.toLocaleString("en")}.`;
    throw invalidInput(message, {
      details: { field: "message", maximum: MAX_MESSAGE_LENGTH, value: trimmed.length },
      fieldErrors: { message },
    });
  }
  return trimmed;
}

/** Throws `not_found` for a design the actor may not change. */
export async function requireOwnDesign(ctx: Ctx, id: string): Promise<void> {
  const where = { id, ...workspaceScope(ctx.actor, "write") };
  if (!(await ctx.db.design.findFirst({ where, select: { id: true } }))) throw notFound("design");
}

/** Uploaded pictures as parts of a message. Throws `invalid_input` (too many), `not_found`. */
export async function attachedFiles(ctx: Ctx, ids: string[]): Promise<UIMessage["parts"]> {
  if (ids.length === 0) return [];
  if (ids.length > MAX_ATTACHMENTS) {
    throw invalidInput(
      `A message carries at most ${MAX_ATTACHMENTS} pictures; this one has ${ids.length}.`,
      { details: { field: "attachments", maximum: MAX_ATTACHMENTS, value: ids.length } },
    );
  }
  const images = await ctx.db.image.findMany({
    where: { id: { in: ids }, ...workspaceScope(ctx.actor, "read") },
    select: { id: true, mediaType: true },
  });
  return ids.map((id) => {
    const image = images.find((one) => one.id === id);
    if (!image) throw notFound("picture");
    return { type: "file", mediaType: image.mediaType, url: `/api/v1/images/${id}` };
  });
}

const IMAGE_PATH = /^\/api\/v1\/images\/([^/]+)$/;

/** Ids of the pictures among the parts of a message. */
export const pictureIdsOf = (parts: UIMessage["parts"]): string[] =>
  parts
    .map((part) => (part.type === "file" ? IMAGE_PATH.exec(part.url)?.[1] : undefined))
    .filter((id) => id !== undefined);
