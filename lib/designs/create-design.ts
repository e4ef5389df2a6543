import { personalWorkspaceId, workspaceScope } from "#lib/accounts/scope.ts";
import type { BuildOptions } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { requireAllowedTexts } from "#lib/moderation/require-allowed-texts.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { notFound } from "#lib/shared/errors.ts";
import { buildPreview } from "./build-outcome.ts";
import { toDesignJson } from "./design-json.ts";
import { parseDesignTitle } from "./design-title.ts";
import { findMadeRevision, requireDesign } from "./find-design.ts";
import { firstPictures, parseSeed, type RequestedPicture, randomSeed } from "./pictures.ts";
import { withPreferredMetal } from "./preferred-metal.ts";
import { findStartedJobs } from "./start-jobs.ts";
import type { DesignChange, Spec } from "./types.ts";
import { firstRevision, writeDesign } from "./write-design.ts";
import { startRevisionJobs } from "./write-revision.ts";

export interface CreateDesignInput {
  kind: string;
  /** Absent fields take their defaults, the metal the one the person prefers. */
  spec?: Spec;
  title?: string;
  /** What the person wrote, kept beside the sentence of the spec. */
  prompt?: string;
  seed?: number;
  conversationId?: string;
  /** The message whose turn makes it. */
  messageId?: string;
  /** The pictures to draw; by default three views. */
  pictures?: (seed: number) => RequestedPicture[];
  /** UUID under which this design is made once: the same again answers the first. */
  effectId?: string | undefined;
  /** UUID of the new design, where it had to be known before. */
  designId?: string;
  /** False where the caller makes pictures and files itself; default true. */
  startsJobs?: boolean;
  /** How its first numbers are made; with an owner, a provider makes what is better made there. */
  build?: BuildOptions;
}

/**
 * A new design with its first revision: numbers at once, pictures and files by the jobs it starts.
 * Throws `invalid_input` (kind, spec, title, seed), `not_found` (conversation), `rule_broken` (cannot be built, or words that may not be said).
 */
export async function createDesign(ctx: Ctx, input: CreateDesignInput): Promise<DesignChange> {
  workspaceScope(ctx.actor, "write");
  const made = await findMadeRevision(ctx, input.effectId);
  if (made) return answerMade(ctx, made.designId, made.id);
  const { title: named, prompt, spec: wished = {} } = input;
  await requireAllowedTexts(ctx, [named, prompt, wished]);
  const kind = getKind(input.kind);
  const spec = parseSpec(kind, await withPreferredMetal(ctx, kind, input.spec ?? {}));
  const title = input.title === undefined ? null : parseDesignTitle(input.title);
  const seed = parseSeed(input.seed ?? randomSeed());
  const workspaceId = await workspaceFor(ctx, input.conversationId);
  const preview = await buildPreview(ctx, kind, spec, input.build);
  const revision = firstRevision(ctx, { ...input, seed }, preview);
  const owner = { workspaceId, conversationId: input.conversationId ?? null };
  const pictures = (input.pictures ?? firstPictures)(revision.seed);
  const jobs = await ctx.db.$transaction(async (tx) => {
    await writeDesign(ctx, tx, { kind: kind.id, title, owner, revision });
    if (input.startsJobs === false) return { picturesJobId: null, modelJobId: null };
    return startRevisionJobs(tx, revision, owner, pictures);
  });
  if (input.startsJobs !== false) await flushOutbox(ctx.db);
  const row = await requireDesign(ctx, revision.designId, "read");
  return { design: await toDesignJson(ctx, row), ...jobs };
}

async function workspaceFor(ctx: Ctx, conversationId: string | undefined): Promise<string> {
  if (!conversationId) return personalWorkspaceId(ctx);
  const row = await ctx.db.conversation.findFirst({
    where: { id: conversationId, ...workspaceScope(ctx.actor, "write") },
    select: { workspaceId: true },
  });
  if (!row) throw notFound("conversation");
  return row.workspaceId;
}

/** The answer of a change that was made before, as it stands now. */
export async function answerMade(
  ctx: Ctx,
  designId: string,
  revisionId: string,
): Promise<DesignChange> {
  const row = await requireDesign(ctx, designId, "read");
  const jobs = await findStartedJobs(ctx.db, designId, revisionId);
  return { design: await toDesignJson(ctx, row), ...jobs };
}
