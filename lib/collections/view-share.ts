import type { Ctx } from "#lib/context.ts";
import { toDesignJson } from "#lib/designs/design-json.ts";
import { designSelect } from "#lib/designs/row.ts";
import type { DesignPicture } from "#lib/designs/types.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { AppError, notFound } from "#lib/shared/errors.ts";
import { hashOfToken } from "./share-link.ts";

/** A piece as a stranger sees it: how it looks and how large it is, nothing of how it came about or what it costs. */
export interface SharedPiece {
  kind: string;
  title: string;
  words: string | null;
  pictures: DesignPicture[];
  /** mm along x, y, z. */
  boxMm: readonly number[] | null;
  massG: number | null;
}

export interface SharedCollection {
  title: string;
  description: string;
  expiresAt: Date;
  pieces: SharedPiece[];
}

/**
 * The collection a link shows, to anyone. Throws `not_found` for a token nobody made and, with words of its own, for a
 * link that ran out or was ended. Whoever made the link hears of the first look.
 */
export async function viewShare(ctx: Ctx, token: string): Promise<SharedCollection> {
  const link = await ctx.db.shareLink.findUnique({
    where: { tokenHash: hashOfToken(token) },
    select: {
      id: true,
      createdById: true,
      expiresAt: true,
      revokedAt: true,
      openedAt: true,
      collection: {
        select: {
          id: true,
          title: true,
          description: true,
          items: {
            orderBy: [{ addedAt: "desc" }, { designId: "desc" }],
            select: { design: { select: designSelect } },
          },
        },
      },
    },
  });
  if (!link) throw notFound("link");
  if (link.revokedAt) throw ended("This link was ended by whoever shared it.");
  if (link.expiresAt <= ctx.now()) throw ended("This link has run out. Ask for a new one.");
  const { title, description, items } = link.collection;
  if (!link.openedAt) await tellOfFirstLook(ctx, link);
  const pieces = await Promise.all(
    items.map(async ({ design }): Promise<SharedPiece> => {
      const { kind, title: called, revision } = await toDesignJson(ctx, design);
      const { words, pictures, measures } = revision;
      return {
        kind,
        title: called,
        words,
        pictures,
        boxMm: measures?.boxMm ?? null,
        massG: measures?.massG ?? null,
      };
    }),
  );
  return { title, description, expiresAt: link.expiresAt, pieces };
}

const ended = (message: string) => new AppError("not_found", message);

interface OpenedLink {
  id: string;
  createdById: string;
  collection: { id: string; title: string };
}

async function tellOfFirstLook(ctx: Ctx, link: OpenedLink): Promise<void> {
  const isTold = await ctx.db.$transaction(async (tx) => {
    const { count } = await tx.shareLink.updateMany({
      where: { id: link.id, openedAt: null },
      data: { openedAt: ctx.now() },
    });
    if (count === 0) return false;
    await notify(tx, [
      {
        userId: link.createdById,
        topic: "shares",
        title: `“${link.collection.title}” was looked at`,
        text: `Somebody opened the link to your collection “${link.collection.title}”.`,
        link: `/collections/${link.collection.id}`,
        dedupeKey: `share-opened/${link.id}`,
      },
    ]);
    return true;
  });
  if (isTold) await flushOutbox(ctx.db);
}
