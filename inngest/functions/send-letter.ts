import { sendLetter as send } from "#lib/accounts/send-letter.ts";
import { adapters } from "#lib/adapters/index.ts";
import { db } from "#lib/db.ts";
import { inngest } from "../client.ts";
import { letterPromised } from "../events.ts";
import { asStep } from "./step-error.ts";

/** Sends a letter about an account; a mail server may be away for hours. */
export const sendLetter = inngest.createFunction(
  { id: "send-letter", retries: 10, triggers: [{ event: letterPromised }] },
  async ({ event, step }) =>
    step.run("mail", () =>
      asStep(() => send({ db: db(), now: () => new Date(), adapters: adapters() }, event.data)),
    ),
);
