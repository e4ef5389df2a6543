import { adapters } from "#lib/adapters/index.ts";
import { db } from "#lib/db.ts";
import { mailNotice as mail } from "#lib/notices/mail-notice.ts";
import { inngest } from "../client.ts";
import { noticeWritten } from "../events.ts";
import { asStep } from "./step-error.ts";

/** Sends a notice by mail. */
export const mailNotice = inngest.createFunction(
  { id: "mail-notice", retries: 3, triggers: [{ event: noticeWritten }] },
  async ({ event, step }) => {
    const { noticeId } = event.data;
    return step.run("mail", () => asStep(() => mail({ db: db(), adapters: adapters() }, noticeId)));
  },
);
