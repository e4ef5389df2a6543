"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { z } from "zod";
import { addMember, addMemberInput } from "#lib/accounts/add-member.ts";
import { changePassword, changePasswordInput } from "#lib/accounts/change-password.ts";
import { createApiKey, createApiKeyInput } from "#lib/accounts/create-api-key.ts";
import { removeMember, removeMemberInput } from "#lib/accounts/remove-member.ts";
import { requestEmailConfirmation } from "#lib/accounts/request-email-confirmation.ts";
import { revokeApiKey, revokeApiKeyInput } from "#lib/accounts/revoke-api-key.ts";
import { rotateApiKey, rotateApiKeyInput } from "#lib/accounts/rotate-api-key.ts";
import { profileFormInput, updateProfile } from "#lib/accounts/update-profile.ts";
import { defineAction } from "#lib/http/define-action.ts";
import { startSession } from "#lib/http/session-cookie.ts";
import { LOCALE_COOKIE } from "#lib/shared/locales.ts";

const PAGE = "/profile";

/** A single ticked box arrives as text, several as a list, a number left empty as "". */
const keyForm = z.preprocess((given) => {
  const form = given as Record<string, unknown>;
  return {
    ...form,
    scopes: typeof form.scopes === "string" ? [form.scopes] : form.scopes,
    expiresInDays: form.expiresInDays === "" ? undefined : form.expiresInDays,
  };
}, createApiKeyInput);

export const updateProfileAction = defineAction({
  auth: "user",
  input: profileFormInput,
  async handle({ ctx, input }) {
    const { locale } = await updateProfile(ctx, input);
    (await cookies()).set(LOCALE_COOKIE, locale, { path: "/", sameSite: "lax" });
    revalidatePath("/", "layout");
    return { saved: true };
  },
});

export const sendConfirmationAction = defineAction({
  auth: "user",
  input: z.object({}),
  async handle({ ctx }) {
    await requestEmailConfirmation(ctx);
    return { sent: true };
  },
});

export const changePasswordAction = defineAction({
  auth: "user",
  input: changePasswordInput,
  async handle({ ctx, input }) {
    await startSession(await changePassword(ctx, input));
    return { changed: true };
  },
});

export const createKeyAction = defineAction({
  auth: "user",
  input: keyForm,
  limit: { name: "create-api-key", points: 20, seconds: 3600 },
  async handle({ ctx, input }) {
    const { key } = await createApiKey(ctx, input);
    revalidatePath(PAGE);
    return { key };
  },
});

export const renewKeyAction = defineAction({
  auth: "user",
  input: rotateApiKeyInput,
  limit: { name: "create-api-key", points: 20, seconds: 3600 },
  async handle({ ctx, input }) {
    const { key } = await rotateApiKey(ctx, input);
    revalidatePath(PAGE);
    return { key };
  },
});

export const revokeKeyAction = defineAction({
  auth: "user",
  input: revokeApiKeyInput,
  async handle({ ctx, input }) {
    await revokeApiKey(ctx, input);
    revalidatePath(PAGE);
    return { revoked: true };
  },
});

export const addMemberAction = defineAction({
  auth: "user",
  input: addMemberInput,
  limit: { name: "add-member", points: 30, seconds: 3600 },
  async handle({ ctx, input }) {
    await addMember(ctx, input);
    revalidatePath(PAGE);
    return { added: true };
  },
});

export const removeMemberAction = defineAction({
  auth: "user",
  input: removeMemberInput,
  async handle({ ctx, input }) {
    await removeMember(ctx, input);
    revalidatePath(PAGE);
    return { removed: true };
  },
});
