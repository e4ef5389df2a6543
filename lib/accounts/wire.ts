import { z } from "zod";
import { preferenceShape } from "./preferences.ts";

/** A person's own account as the API answers it. */
export const profileForm = z.object({
  id: z.string(),
  email: z.string(),
  emailVerified: z.iso.datetime().nullable(),
  name: z.string(),
  role: z.enum(["user", "atelier", "admin"]),
  askBeforePaying: z.boolean(),
  createdAt: z.iso.datetime(),
  ...preferenceShape,
});
