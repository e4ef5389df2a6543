import { eventType } from "inngest";
import { z } from "zod";

/** What starts the work of a job; `taskId` when one task alone is tried again. */
const jobData = z.object({
  jobId: z.string(),
  workspaceId: z.string(),
  userId: z.string(),
  taskId: z.string().optional(),
});

export const picturesRequested = eventType("design/pictures.requested", { schema: jobData });
export const conceptsRequested = eventType("design/concepts.requested", { schema: jobData });
export const modelRequested = eventType("design/model.requested", { schema: jobData });
export const sizesRequested = eventType("design/sizes.requested", { schema: jobData });
export const batchRequested = eventType("batch/models.requested", {
  schema: jobData.extend({ priority: z.enum(["low", "normal", "high"]) }),
});
export const importRequested = eventType("catalog/import.requested", { schema: jobData });
export const productsChanged = eventType("catalog/products.changed", {
  schema: z.object({ catalogId: z.string() }),
});
export const figurineRequested = eventType("figurine/making.requested", { schema: jobData });
export const messageReceived = eventType("conversation/message.received", {
  schema: jobData.extend({ conversationId: z.string() }),
});
export const jobCancelled = eventType("job/cancelled", {
  schema: z.object({ jobId: z.string() }),
});
export const noticeWritten = eventType("notice/written", {
  schema: z.object({ noticeId: z.string() }),
});
export const letterPromised = eventType("account/letter.promised", {
  schema: z.object({
    letterId: z.string(),
    letter: z.enum(["confirm", "reset", "changed"]),
    to: z.string(),
  }),
});
