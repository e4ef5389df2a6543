import type { Ctx } from "#lib/context.ts";
import { INCOMING } from "./place.ts";

const ABANDONED_MS = 60 * 60 * 1000;

/** Deletes what browsers sent to the store and what is older than an hour: forms have taken it, or none will. Answers how many. */
export async function deleteAbandonedUploads(
  ctx: Pick<Ctx, "now" | "adapters">,
): Promise<{ uploads: number }> {
  const { directUploads } = ctx.adapters.blob;
  if (!directUploads) return { uploads: 0 };
  const before = ctx.now().getTime() - ABANDONED_MS;
  const places = await directUploads.list(INCOMING);
  const old = places.filter((place) => sentAtMs(place) < before);
  await directUploads.delete(old);
  return { uploads: old.length };
}

/** The first 48 bits of a version 7 UUID are the milliseconds of its making (RFC 9562). */
function sentAtMs(place: string): number {
  const id = place.split("/").at(-1) ?? "";
  return Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16) || 0;
}
