import { cron } from "inngest";
import { adapters } from "#lib/adapters/index.ts";
import { db } from "#lib/db.ts";
import { deleteFacePhotos } from "#lib/figurines/delete-face-photos.ts";
import { inngest } from "../client.ts";

/** Removes face photos whose time is over; often, as the time is counted in hours. */
export const sweepFacePhotos = inngest.createFunction(
  { id: "sweep-face-photos", triggers: [cron("*/10 * * * *")], retries: 0 },
  ({ step }) =>
    step.run("photos", () =>
      deleteFacePhotos({ db: db(), now: () => new Date(), adapters: adapters() }),
    ),
);
