import { z } from "zod";

const MOST_ITEMS = 100;

/** Query of every list: `limit` (1 to 100, default 20) and the `cursor` of the page before. */
export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(MOST_ITEMS).default(20),
  cursor: z.string().max(500).optional(),
});
