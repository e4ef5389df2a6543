import { actorUserId } from "#lib/accounts/scope.ts";
import type { Actor } from "#lib/context.ts";

/** Where browsers send files that do not pass through the app. */
export const INCOMING = "incoming/";

/** The place of one such file: below its sender, so that nobody takes another's. */
export const uploadPlace = (actor: Actor, uploadId: string) =>
  `${INCOMING}${actorUserId(actor)}/${uploadId}`;
