"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { confirmEmail, confirmEmailInput } from "#lib/accounts/confirm-email.ts";
import {
  requestPasswordReset,
  requestPasswordResetInput,
} from "#lib/accounts/request-password-reset.ts";
import { resetPassword, resetPasswordInput } from "#lib/accounts/reset-password.ts";
import { signIn, signInInput } from "#lib/accounts/sign-in.ts";
import { signUp, signUpInput } from "#lib/accounts/sign-up.ts";
import { clientAddress } from "#lib/http/client-address.ts";
import { defineAction } from "#lib/http/define-action.ts";
import { endSession, startSession } from "#lib/http/session-cookie.ts";
import { isLocale, LOCALE_COOKIE } from "#lib/shared/locales.ts";
import { toNextPage } from "./next-page.ts";

/** Only a path of this site. */
const nextPage = z.string().optional().transform(toNextPage);

export const signInAction = defineAction({
  auth: "public",
  input: signInInput.extend({ next: nextPage }),
  async handle({ ctx, input: { next, ...credentials } }) {
    const user = await signIn(ctx, credentials, clientAddress(await headers()));
    await startSession(user);
    (await cookies()).set(LOCALE_COOKIE, user.locale, { path: "/", sameSite: "lax" });
    redirect(next);
  },
});

export const signUpAction = defineAction({
  auth: "public",
  input: signUpInput.extend({ next: nextPage }),
  limit: { name: "sign-up", points: 200, seconds: 3600 },
  async handle({ ctx, input: { next, ...account } }) {
    const locale = await getLocale();
    await startSession(await signUp(ctx, { ...account, ...(isLocale(locale) && { locale }) }));
    redirect(next);
  },
});

export const requestResetAction = defineAction({
  auth: "public",
  input: requestPasswordResetInput,
  limit: { name: "request-reset", points: 50, seconds: 3600 },
  async handle({ ctx, input }) {
    await requestPasswordReset(ctx, input);
    return { email: input.email };
  },
});

export const resetPasswordAction = defineAction({
  auth: "public",
  input: resetPasswordInput,
  limit: { name: "reset-password", points: 50, seconds: 3600 },
  async handle({ ctx, input }) {
    await startSession(await resetPassword(ctx, input));
    redirect("/studio");
  },
});

export const confirmEmailAction = defineAction({
  auth: "public",
  input: confirmEmailInput,
  limit: { name: "confirm-email", points: 100, seconds: 3600 },
  handle: ({ ctx, input }) => confirmEmail(ctx, input),
});

export async function signOutAction(): Promise<void> {
  await endSession();
  redirect("/");
}
