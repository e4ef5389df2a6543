import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { z } from "zod";

/** OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane (Password Storage Cheat Sheet, 2024). */
const ARGON2ID = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

/** A new password: 10 to 200 characters, any of them. */
export const newPassword = z.string().min(10).max(200);

/** An argon2id hash in PHC form. */
export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);

let unknownHash: Promise<string> | undefined;

/**
 * Whether the password fits. Without a hash (no such person, or one without a password) it compares
 * with a made-up one, so that the time taken does not tell who has an account.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  unknownHash ??= hashPassword(crypto.randomUUID());
  const fits = await verify(passwordHash ?? (await unknownHash), password);
  return fits && passwordHash !== null;
}
