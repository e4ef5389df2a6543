import { unavailable } from "../../shared/errors.ts";
import type { EventBus, OutgoingEvent } from "./port.ts";

const CLOUD = "https://inn.gs";
const TIMEOUT_MS = 10_000;

export interface InngestAddress {
  /** Key for sending events. */
  eventKey: string;
  /** A self-hosted server; unset: Inngest Cloud. */
  baseUrl?: string | undefined;
}

/** Sends events to an Inngest server over its event API. */
export function inngestEventBus(address: InngestAddress): EventBus {
  const url = new URL(`/e/${address.eventKey}`, address.baseUrl ?? CLOUD);
  return { engine: "inngest", send: (events) => postEvents(url, events), forget: async () => {} };
}

async function postEvents(url: URL, events: OutgoingEvent[]): Promise<void> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(events),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause) => {
    throw unavailable("The queue does not answer.", { cause });
  });
  if (!answer.ok) {
    const cause = new Error(`Inngest answered ${answer.status}: ${await answer.text()}`);
    throw unavailable("The queue does not take work now.", { cause });
  }
  await answer.body?.cancel();
}
