import type { Ctx } from "#lib/context.ts";
import { reportProgress } from "#lib/jobs/report-progress.ts";
import { isAppError, notFound } from "#lib/shared/errors.ts";
import type { ImportTaskInput } from "./create-import.ts";
import { failImport, importFeed } from "./import-feed.ts";

export interface RunImport {
  jobId: string;
  taskId: string;
  signal: AbortSignal;
}

/** Reads the feed of an import's task; what it answers is the task's result. May run twice without a second effect. */
export async function runImport(ctx: Ctx, { taskId, signal }: RunImport): Promise<unknown> {
  const task = await ctx.db.task.findUniqueOrThrow({
    where: { id: taskId },
    select: { input: true },
  });
  const { importId, currency, brand } = task.input as unknown as ImportTaskInput;
  const run = await ctx.db.catalogImport.findUnique({ where: { id: importId } });
  const blob = run?.blobKey ? await ctx.adapters.blob.get(run.blobKey) : null;
  if (!run || !blob) throw notFound("import");
  const progress = { bytes: 0, total: Math.max(1, blob.bytes) };
  try {
    await importFeed(ctx, {
      importId,
      stream: blob.stream.pipeThrough(counted(progress)),
      defaults: { currency, brand },
      signal,
      async onProgress({ rows, bad }) {
        const message = `${rows} rows read, ${bad} skipped`;
        const share = Math.min(0.95, progress.bytes / progress.total);
        await reportProgress(ctx, taskId, { progress: share, message });
      },
    });
  } catch (error) {
    const reason = reasonOf(error, signal);
    if (!reason) throw error;
    await failImport(ctx, importId, reason);
    await ctx.adapters.blob.delete([run.blobKey!]);
    throw error;
  }
  await ctx.adapters.blob.delete([run.blobKey!]);
  return { import_id: importId };
}

/** Why an import has ended for good; null where another try may mend it. */
function reasonOf(error: unknown, signal: AbortSignal): string | null {
  if (signal.aborted) return "The import was stopped.";
  return isAppError(error) && !error.retryable ? error.userMessage : null;
}

function counted(progress: { bytes: number }): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(chunk, controller) {
      progress.bytes += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
}
