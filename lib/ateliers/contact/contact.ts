import { z } from "zod";

const line = (most: number) => z.string().trim().max(most);

/** How to reach an atelier: sealed at rest, shown to a customer whose quote is accepted. */
export const atelierContact = z.object({
  person: line(120).min(1, "Who answers?"),
  email: z.email("This is no mail address."),
  phone: line(40).default(""),
  street: line(300).default(""),
  website: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).default(""),
});

export type AtelierContactData = z.infer<typeof atelierContact>;

/** What seals are bound to: a row copied to another atelier's place does not open. */
export const contactBound = (atelierId: string) => `atelier-contact/${atelierId}`;
