import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import {
  behindCursor,
  newestFirst,
  type Page,
  type PageInput,
  pageSize,
  toPage,
} from "#lib/shared/cursor.ts";
import { inputOf, stagesOf } from "./row.ts";
import { openStages } from "./stage-keys.ts";
import { STAGES } from "./types.ts";

export interface FigurineSummary {
  id: string;
  title: string;
  style: string;
  template: string;
  heightMm: number;
  /** Stages that are done, of five. */
  done: number;
  isApproved: boolean;
  /** The newest picture of it; null before the first. */
  pictureUrl: string | null;
  createdAt: Date;
}

const LINK_SECONDS = 60 * 60;

/** The actor's figurines, newest first. */
export async function listFigurines(ctx: Ctx, input: PageInput): Promise<Page<FigurineSummary>> {
  const size = pageSize(input);
  const rows = await ctx.db.figurine.findMany({
    where: {
      ...workspaceScope(ctx.actor, "read"),
      ...behindCursor("createdAt", input.cursor),
    },
    orderBy: newestFirst("createdAt"),
    take: size + 1,
  });
  const items = await Promise.all(rows.slice(0, size).map((row) => summaryOf(ctx, row)));
  return toPage(rows, size, "createdAt", items);
}

type Row = Awaited<ReturnType<Ctx["db"]["figurine"]["findMany"]>>[number];

async function summaryOf(ctx: Ctx, row: Row): Promise<FigurineSummary> {
  const [asked, stages] = [inputOf(row), stagesOf(row)];
  const pictureId =
    stages.fusion?.result.pictureId ??
    stages.head?.result.pictureId ??
    stages.cartoon?.result.candidates[0]?.pictureId;
  return {
    ...{ id: row.id, title: row.title, createdAt: row.createdAt },
    ...{ style: asked.style, template: asked.template, heightMm: asked.heightMm },
    done: STAGES.length - openStages(asked, stages).length,
    isApproved: row.approvedAt !== null,
    pictureUrl: pictureId ? await linkTo(ctx, pictureId) : null,
  };
}

async function linkTo(ctx: Ctx, id: string): Promise<string | null> {
  const image = await ctx.db.image.findUnique({ where: { id }, select: { blobKey: true } });
  if (!image) return null;
  return ctx.adapters.blob.signedUrl(image.blobKey, { expiresInSeconds: LINK_SECONDS });
}
