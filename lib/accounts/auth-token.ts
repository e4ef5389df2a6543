import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "../db.ts";
import { invalidInput } from "../shared/errors.ts";

export type TokenPurpose = "confirm-email" | "reset-password";

/** How long a link of a mail works. */
const VALID_MS: Record<TokenPurpose, number> = {
  "confirm-email": 3 * 24 * 60 * 60 * 1000,
  "reset-password": 60 * 60 * 1000,
};

const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");

/** A new token for a mail's link; only its hash is stored. Earlier ones of the purpose stop working. */
export async function createAuthToken(
  tx: Tx,
  { userId, purpose, now }: { userId: string; purpose: TokenPurpose; now: Date },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.authToken.deleteMany({ where: { userId, purpose, usedAt: null } });
  await tx.authToken.create({
    data: {
      userId,
      purpose,
      tokenHash: hashToken(token),
      expiresAt: new Date(now.getTime() + VALID_MS[purpose]),
    },
  });
  return token;
}

/**
 * The person a token was sent to; the token is used up. Throws `invalid_input` when it is unknown,
 * used or expired; of two uses at once one wins.
 */
export async function takeAuthToken(
  tx: Tx,
  { token, purpose, now }: { token: string; purpose: TokenPurpose; now: Date },
): Promise<{ userId: string }> {
  const open = { tokenHash: hashToken(token), purpose, usedAt: null, expiresAt: { gt: now } };
  const taken = await tx.authToken.updateManyAndReturn({
    where: open,
    data: { usedAt: now },
    select: { userId: true },
  });
  const [first] = taken;
  if (!first) {
    throw invalidInput("This link was used before or is too old. Ask for a new one.", {
      details: { field: "token" },
    });
  }
  return first;
}
