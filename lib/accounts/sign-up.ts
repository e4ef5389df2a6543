import { z } from "zod";
import { Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "../context.ts";
import type { Tx } from "../db.ts";
import { flushOutbox } from "../outbox/flush-outbox.ts";
import { conflict } from "../shared/errors.ts";
import { LOCALES } from "../shared/locales.ts";
import { emailAddress } from "./email.ts";
import { promiseLetter } from "./letters.ts";
import { hashPassword, newPassword } from "./password.ts";

export const signUpInput = z.object({
  name: z.string().trim().max(80).optional(),
  email: emailAddress,
  password: newPassword,
  /** The language of the page they signed up on; it stays theirs. */
  locale: z.enum(LOCALES).optional(),
});

export interface NewAccount {
  id: string;
  sessionEpoch: number;
  workspaceId: string;
}

/**
 * Makes a person with a personal workspace and promises the mail that confirms the address. Throws
 * `invalid_input`, and `conflict` when the address has an account.
 */
export async function signUp(
  ctx: Pick<Ctx, "db">,
  input: z.input<typeof signUpInput>,
): Promise<NewAccount> {
  const { name, email, password, locale } = signUpInput.parse(input);
  const passwordHash = await hashPassword(password);
  const account = await ctx.db
    .$transaction(async (tx) => {
      const created = await createAccount(tx, {
        ...{ name: name || null, email, passwordHash },
        ...(locale && { locale }),
      });
      await promiseLetter(tx, "confirm", email);
      return created;
    })
    .catch(throwIfTaken);
  await flushOutbox(ctx.db);
  return account;
}

/** The rows of a new account: person, personal workspace, membership as owner. */
export async function createAccount(
  tx: Tx,
  data: Pick<
    Prisma.UserCreateInput,
    "name" | "email" | "passwordHash" | "role" | "emailVerified" | "locale"
  >,
): Promise<NewAccount> {
  const user = await tx.user.create({ data, select: { id: true, sessionEpoch: true } });
  const owner = data.name || data.email.split("@")[0];
  const workspace = await tx.workspace.create({
    data: { name: `${owner}`, members: { create: { userId: user.id, role: "owner" } } },
    select: { id: true },
  });
  return { ...user, workspaceId: workspace.id };
}

function throwIfTaken(error: unknown): never {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
    throw conflict("There is an account with this address. Sign in, or set a new password.", {
      fieldErrors: { email: "This address has an account." },
      cause: error,
    });
  }
  throw error;
}
