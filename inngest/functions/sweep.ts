import { cron } from "inngest";
import { deleteOldMails } from "#lib/accounts/delete-old-mails.ts";
import { adapters } from "#lib/adapters/index.ts";
import { embedPortfolios } from "#lib/ateliers/embed-portfolios.ts";
import { deleteOldFiles } from "#lib/batches/delete-old-files.ts";
import { announceDue } from "#lib/catalog/announce-due.ts";
import { db } from "#lib/db.ts";
import { deleteOldEvents } from "#lib/jobs/delete-old-events.ts";
import { sweepJobs } from "#lib/jobs/sweep-jobs.ts";
import { deliverSilentOrders } from "#lib/orders/deliver-silent-orders.ts";
import { endOpenPayments } from "#lib/orders/end-open-payments.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { expireQuotes } from "#lib/quotes/expire-quotes.ts";
import { deleteOrphanFiles } from "#lib/storage/delete-orphan-files.ts";
import { deleteAbandonedUploads } from "#lib/uploads/delete-abandoned-uploads.ts";
import { inngest } from "../client.ts";

const sweepContext = () => ({ db: db(), now: () => new Date() });

/** Takes up jobs that went silent, sends what was promised and never went out, and cancels orders nobody wants. */
export const sweepLostJobs = inngest.createFunction(
  { id: "sweep-lost-jobs", triggers: [cron("*/5 * * * *")], retries: 0 },
  async ({ step }) => {
    const jobs = await step.run("jobs", () => sweepJobs(sweepContext()));
    const sent = await step.run("outbox", () => flushOutbox());
    const cancelled = await step.run("orders", () => adapters().inference.cancelAbandoned());
    return { ...jobs, sent, cancelled };
  },
);

/** Deletes old events, sent promises, idempotency keys and mails. */
export const sweepOldRows = inngest.createFunction(
  { id: "sweep-old-rows", triggers: [cron("23 * * * *")], retries: 0 },
  async ({ step }) => ({
    rows: await step.run("rows", () => deleteOldEvents(sweepContext())),
    mails: await step.run("mails", () => deleteOldMails(sweepContext())),
  }),
);

/** Deletes photos and models of batches whose time is over, and what uploads and kills left behind. */
export const sweepOldFiles = inngest.createFunction(
  { id: "sweep-old-files", triggers: [cron("41 * * * *")], retries: 0 },
  async ({ step }) => {
    const ctx = { ...sweepContext(), adapters: adapters() };
    const old = await step.run("files", () => deleteOldFiles(ctx));
    const orphans = await step.run("orphans", () => deleteOrphanFiles(ctx));
    const uploads = await step.run("uploads", () => deleteAbandonedUploads(ctx));
    return { ...old, orphans, ...uploads };
  },
);

/** Looks at pictures of portfolios that no match could compare yet. */
export const sweepPortfolios = inngest.createFunction(
  { id: "sweep-portfolios", triggers: [cron("*/2 * * * *")], retries: 0 },
  ({ step }) =>
    step.run("pictures", () => embedPortfolios({ ...sweepContext(), adapters: adapters() })),
);

/** Lets catalogues follow a change of embedder, while the index of before serves. */
export const sweepCatalogs = inngest.createFunction(
  { id: "sweep-catalogs", triggers: [cron("*/5 * * * *")], retries: 0 },
  ({ step }) => step.run("due", () => announceDue({ db: db(), adapters: adapters() })),
);

/** Ends quotes whose time is over, counts orders as delivered that were sent long ago, and ends payments nobody owes. */
export const endOverdue = inngest.createFunction(
  { id: "end-overdue", triggers: [cron("*/10 * * * *")], retries: 0 },
  async ({ step }) => ({
    quotes: await step.run("quotes", () => expireQuotes(sweepContext())),
    orders: await step.run("orders", () => deliverSilentOrders(sweepContext())),
    payments: await step.run("payments", () =>
      endOpenPayments({ ...sweepContext(), adapters: adapters() }),
    ),
  }),
);
