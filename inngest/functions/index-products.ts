import { adapters } from "#lib/adapters/index.ts";
import { announceChange } from "#lib/catalog/announce-change.ts";
import { indexNextProducts } from "#lib/catalog/index-products.ts";
import { db } from "#lib/db.ts";
import { inngest } from "../client.ts";
import { productsChanged } from "../events.ts";
import { asStep } from "./step-error.ts";

/** Steps of one run; what is left then goes on in the next. */
const MOST_STEPS = 200;

/** Lets vectors follow what changed in a catalogue, some products a step, one run a catalogue at a time. */
export const indexProducts = inngest.createFunction(
  {
    id: "index-products",
    triggers: [{ event: productsChanged }],
    retries: 3,
    concurrency: [{ scope: "fn", key: "event.data.catalogId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { catalogId } = event.data;
    const context = () => ({ db: db(), now: () => new Date(), adapters: adapters() });
    let products = 0;
    for (let at = 1; at <= MOST_STEPS; at++) {
      const looked = await step.run(`products ${at}`, () =>
        asStep(() => indexNextProducts(context(), catalogId)),
      );
      products += looked;
      if (looked === 0) return { products };
    }
    await step.run("go on", () => asStep(() => announceChange(db(), catalogId)));
    return { products };
  },
);
