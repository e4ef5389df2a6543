import { z } from "zod";

/** A notice as the API answers it. */
export const noticeForm = z.object({
  id: z.string(),
  topic: z.string(),
  title: z.string(),
  text: z.string(),
  link: z.string().describe("Path on this site that it leads to."),
  readAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
