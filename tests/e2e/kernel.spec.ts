import { expect, type Page, test } from "@playwright/test";
import type { LivePiece } from "#components/viewer/kernel-messages.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { ring } from "#lib/kinds/ring/index.ts";
import { modelReady, signUp, startWith } from "./person.ts";

/** What a worker answered, as far as it can leave the page. */
interface Built {
  quality: string;
  volumeMm3: number;
  meshHash: string;
  parts: { name: string; positions: number[]; indices: number[] }[];
}

/** Listens in on the page's kernel. */
async function recordPieces(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    const Original = window.Worker;
    window.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener("message", ({ data }) => data.ok && heard.push(data.piece));
      }
    };
  });
}

async function lastPiece(page: Page): Promise<Built> {
  await page.waitForFunction(
    () => (window as unknown as { heard: LivePiece[] }).heard.at(-1)?.quality === "final",
    null,
    { timeout: 180_000 },
  );
  return page.evaluate(() => {
    const piece = (window as unknown as { heard: LivePiece[] }).heard.at(-1);
    if (!piece) throw new Error("No piece was built.");
    return {
      quality: piece.quality,
      volumeMm3: piece.measures.volumeMm3,
      meshHash: piece.meshHash,
      parts: piece.parts.map(({ name, mesh }) => ({
        name,
        positions: [...mesh.positions],
        indices: [...mesh.indices],
      })),
    };
  });
}

test("builds the same mesh in the browser as on the server", async ({ page }) => {
  test.setTimeout(300_000);
  await recordPieces(page);
  await signUp(page);
  await startWith(page, "a rose gold ring, US 7, with a 7 x 5 mm oval sapphire and pavé shoulders");
  await modelReady(page);
  const browser = await lastPiece(page);

  const answer = await page.request.get("/api/v1/designs");
  const { items } = (await answer.json()) as { items: { revision: ServerRevision }[] };
  const revision = items[0]?.revision;
  const spec = ring.schema.parse(camelCased(revision?.spec ?? {}));
  const server = buildPiece(await loadSolidKernel(), ring, spec, "final");

  expect(relative(browser.volumeMm3, server.measures.volumeMm3)).toBeLessThan(1e-6);
  expect(browser.parts.map(({ name }) => name)).toEqual(server.parts.map(({ name }) => name));
  const apart = server.parts.map(({ mesh }, at) => {
    const other = browser.parts[at];
    expect(other?.indices).toEqual([...mesh.indices]);
    return Math.max(...mesh.positions.map((mm, i) => Math.abs(mm - (other?.positions[i] ?? 0))));
  });
  expect(Math.max(...apart)).toBeLessThan(0.01);
});

interface ServerRevision {
  spec: Record<string, unknown>;
}

const relative = (a: number, b: number) => Math.abs(a - b) / b;

/** The wire's snake_case keys as the schema names them. */
function camelCased(spec: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(spec).map(([key, value]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
