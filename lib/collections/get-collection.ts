import type { Ctx } from "#lib/context.ts";
import { toDesignJson } from "#lib/designs/design-json.ts";
import { designSelect } from "#lib/designs/row.ts";
import type { DesignView } from "#lib/designs/types.ts";
import { type CollectionView, requireCollection, toCollection } from "./row.ts";
import { linkSelect, type ShareLinkView } from "./share-link.ts";

export interface FullCollection extends CollectionView {
  /** In the order they were saved, last first. */
  designs: DesignView[];
  /** Links that still work, newest first. */
  links: ShareLinkView[];
}

/** A collection with its designs and open links. Throws `not_found`. */
export async function getCollection(ctx: Ctx, collectionId: string): Promise<FullCollection> {
  const row = await requireCollection(ctx, collectionId, "read");
  const [items, links] = await Promise.all([
    ctx.db.collectionItem.findMany({
      where: { collectionId },
      orderBy: [{ addedAt: "desc" }, { designId: "desc" }],
      select: { design: { select: designSelect } },
    }),
    ctx.db.shareLink.findMany({
      where: { collectionId, revokedAt: null, expiresAt: { gt: ctx.now() } },
      orderBy: { createdAt: "desc" },
      select: linkSelect,
    }),
  ]);
  const designs = await Promise.all(items.map(({ design }) => toDesignJson(ctx, design)));
  return { ...toCollection(row), designs, links };
}
