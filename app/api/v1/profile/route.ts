import { getProfile } from "#lib/accounts/get-profile.ts";
import { profilePatch, updateProfile } from "#lib/accounts/update-profile.ts";
import { profileForm } from "#lib/accounts/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";

const PATH = "/api/v1/profile";
const TAGS = ["Profile"];

export const GET = defineRoute({
  auth: { scope: "read" },
  openapi: {
    method: "get",
    path: PATH,
    summary: "Your account and preferences",
    tags: TAGS,
    responses: { 200: profileForm },
  },
  handle: ({ ctx }) => getProfile(ctx),
});

export const PATCH = defineRoute({
  auth: { scope: "write" },
  body: profilePatch,
  openapi: {
    method: "patch",
    path: PATH,
    summary: "Change your name or preferences; what is absent stays",
    tags: TAGS,
    responses: { 200: profileForm },
  },
  handle: ({ ctx, body }) => updateProfile(ctx, body),
});
