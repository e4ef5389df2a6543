import type { JobStatus } from "#generated/prisma/client.ts";
import type { Tx } from "../db.ts";
import { notify } from "../notices/notify.ts";

/** Work that takes long enough to leave the page, by the kind of its job: what it is called and where it is seen. */
const LONG_WORK: Readonly<Record<string, { name: string; page: (job: Job) => string | null }>> = {
  "model-photos": { name: "Photos to 3D", page: ({ id }) => `/batches/${id}` },
  "make-figurine": { name: "A figurine", page: ({ input }) => pageOf("figurines", input) },
  "size-run": {
    name: "A run of sizes",
    page: ({ designId }) => designId && `/designs/${designId}`,
  },
};

interface Job {
  id: string;
  kind: string;
  createdById: string;
  designId: string | null;
  input: unknown;
}

function pageOf(place: "figurines", input: unknown): string | null {
  const { figurineId } = (input ?? {}) as { figurineId?: unknown };
  return typeof figurineId === "string" ? `/${place}/${figurineId}` : null;
}

/** Tells whoever asked for long work that it is done or has failed, within the transaction that ends it. */
export async function tellOfJob(tx: Tx, jobId: string, status: JobStatus): Promise<void> {
  if (status !== "succeeded" && status !== "failed") return;
  const job = await tx.job.findUnique({
    where: { id: jobId },
    select: { id: true, kind: true, createdById: true, designId: true, input: true },
  });
  const work = job && LONG_WORK[job.kind];
  const link = job && work?.page(job);
  if (!job || !work || !link) return;
  const isDone = status === "succeeded";
  await notify(tx, [
    {
      userId: job.createdById,
      topic: "jobs",
      title: isDone ? `${work.name}: done` : `${work.name}: failed`,
      text: isDone ? "What you asked for is ready." : "It did not work. The page says why.",
      link,
      dedupeKey: `job/${jobId}/${status}`,
    },
  ]);
}
