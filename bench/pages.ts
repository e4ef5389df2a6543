import { gzipSync } from "node:zlib";
import type { RunningApp } from "#tests/setup/app.ts";
import { restClient } from "../scripts/make/rest.mjs";
import { formatMs, median, p95, type Row, timesMs } from "./measure.ts";

const WORDS = "a platinum three-stone ring, US 6, with round diamonds";
const LOADS = 60;
/** The API takes one message a second from a person. */
const REQUESTS_APART_MS = 1_100;

/** Pages measured, with the goal for their scripts. */
export const PAGES = [
  { path: "/", signedIn: false, goal: "≤ 150 kB" },
  { path: "/signin", signedIn: false, goal: "≤ 150 kB" },
  { path: "/designs", signedIn: true, goal: "≤ 150 kB" },
  { path: "/studio", signedIn: true, goal: "≤ 270 kB" },
  { path: "/profile", signedIn: true, goal: "≤ 150 kB" },
] as const;

/** Cookies of a demo customer's session. */
export async function signIn(app: RunningApp): Promise<string> {
  const first = await fetch(`${app.url}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const answer = await fetch(`${app.url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      cookie: cookiesOf(first),
      origin: app.url,
    },
    body: new URLSearchParams({
      csrfToken,
      email: app.demo.customer.email,
      password: app.demo.customer.password,
      json: "true",
    }),
  });
  const cookies = [cookiesOf(first), cookiesOf(answer)].join("; ");
  if (!cookies.includes("session-token")) throw new Error("The demo customer could not sign in.");
  return cookies;
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** Gzip size of the scripts that a page's HTML names, before anything is clicked. */
export async function benchJavaScript(app: RunningApp): Promise<Row[]> {
  const cookie = await signIn(app);
  const rows: Row[] = [];
  const conversation = { path: await openConversation(app), signedIn: true, goal: "≤ 270 kB" };
  for (const { path, signedIn, goal } of [...PAGES, conversation]) {
    const answer = await fetch(app.url + path, { headers: signedIn ? { cookie } : {} });
    if (!answer.ok || new URL(answer.url).pathname !== path) {
      throw new Error(`${path} answered ${answer.status} at ${answer.url}.`);
    }
    const bytes = await scriptBytes(app.url, await answer.text());
    rows.push({
      what: `first-load JavaScript of \`${path.replace(/[0-9a-f-]{36}/, "{id}")}\``,
      runs: 1,
      median: `${Math.round(bytes / 1000)} kB`,
      goal,
    });
  }
  return rows;
}

/** Path of a conversation with a piece in it. */
async function openConversation(app: RunningApp): Promise<string> {
  const rest = restClient(app.url, app.demo.customer.api_key as string);
  const { id } = await rest.post("/api/v1/conversations", {});
  await rest.post("/api/v1/chat", { conversation_id: id, message: WORDS });
  return `/studio/${id}`;
}

async function scriptBytes(url: string, html: string): Promise<number> {
  const sources = new Set(
    [...html.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)].map(([tag, src]) =>
      tag.includes("noModule") ? "" : src,
    ),
  );
  sources.delete("");
  const sizes = await Promise.all(
    [...sources].map(async (source) => {
      const script = await fetch(new URL(source as string, url));
      return gzipSync(new Uint8Array(await script.arrayBuffer())).length;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** How long pages take while pictures are drawn without a pause. */
export async function benchPagesUnderLoad(app: RunningApp): Promise<Row[]> {
  const cookie = await signIn(app);
  const stopDrawing = keepDrawing(app);
  const rows: Row[] = [];
  for (const { path, signedIn } of PAGES.filter(({ path }) => ["/", "/designs"].includes(path))) {
    const times = await timesMs(LOADS, async () => {
      const answer = await fetch(app.url + path, { headers: signedIn ? { cookie } : {} });
      await answer.text();
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
    });
    rows.push({
      what: `page \`${path}\` while pictures are drawn`,
      runs: LOADS,
      median: `${formatMs(median(times))}, p95 ${formatMs(p95(times))}`,
      goal: "p95 < 500 ms",
    });
  }
  await stopDrawing();
  return rows;
}

/** Asks for piece after piece until told to stop. */
function keepDrawing(app: RunningApp): () => Promise<void> {
  const rest = restClient(app.url, app.demo.customer.api_key as string);
  let stopped = false;
  const drawing = (async () => {
    const { id } = await rest.post("/api/v1/conversations", {});
    while (!stopped) {
      await rest.post("/api/v1/chat", { conversation_id: id, message: WORDS });
      await new Promise((resolve) => setTimeout(resolve, REQUESTS_APART_MS));
    }
  })();
  return async () => {
    stopped = true;
    await drawing;
  };
}
