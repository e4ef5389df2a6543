import { invalidInput } from "#lib/shared/errors.ts";
import type { FigurineUpload } from "./options.ts";

export interface Consent {
  subject: "me" | "adult" | "child";
  isGuardianAgreed: boolean;
}

const isYes = (value: unknown) =>
  value === true || value === "true" || value === "1" || value === "on";

/** Who is in the photos and that they may be used. Throws `invalid_input` naming what is missing; nothing is stored then. */
export function requireConsent({ subject, consent, guardian }: FigurineUpload): Consent {
  if (!subject)
    throw missing("subject", "Say who is in the photo: you, another adult, or a child.");
  if (!isYes(consent))
    throw missing(
      "consent",
      "A face photo is used only when whoever is in it agrees. Tick that they do.",
    );
  if (subject === "child" && !isYes(guardian))
    throw missing(
      "guardian",
      "For a child's photo a parent or guardian has to agree. Tick that box, or use a photo of an adult.",
    );
  return { subject, isGuardianAgreed: subject === "child" };
}

const missing = (field: string, message: string) =>
  invalidInput(message, { details: { field }, fieldErrors: { [field]: message } });
