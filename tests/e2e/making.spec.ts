import { expect, type Page, test } from "@playwright/test";
import { writeStl } from "#lib/kernel/export/stl.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { awake } from "./awake.ts";
import { modelReady, signUp } from "./person.ts";

test.describe.configure({ timeout: 300_000 });

const designs = "/api/v1/designs";

/** A plain band with two revisions, and its page. */
async function openBand(page: Page): Promise<void> {
  const spec = { style: "plain", band_width_mm: 3 };
  const made = await page.request.post(designs, { data: { kind: "ring", spec } });
  const { id } = (await made.json()) as { id: string };
  await page.request.patch(`${designs}/${id}`, { data: { spec: { band_width_mm: 4 } } });
  await page.goto(`/designs/${id}`);
  await modelReady(page);
}

test("shows how a piece can be made, how thick it is, and what an edit changed", async ({
  page,
}) => {
  await signUp(page);
  await openBand(page);

  await page.getByRole("tab", { name: "Rules" }).click();
  await page.getByRole("button", { name: "Check every process" }).click();
  await expect(page.getByText("Printed in resin (SLA)")).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText("Best way to stand on the bed")).toBeVisible();

  await page.getByRole("button", { name: "How thick the walls are" }).click();
  const walls = page.getByRole("region", { name: "Thickness of the walls" });
  await expect(walls.getByText("0.8 mm and thinner: too thin")).toBeVisible({ timeout: 120_000 });
  await walls.getByRole("button", { name: "Back to the piece as it looks" }).click();
  await expect(walls).toBeHidden();

  await page.getByRole("tab", { name: "History" }).click();
  await page.getByRole("button", { name: "Compare" }).click();
  const difference = page.getByRole("region", { name: "Revision 1 to 2" });
  await expect(difference.getByText("Taken away")).toBeVisible({ timeout: 120_000 });
});

test("takes a model file of somebody else, and says what is wrong with a broken one", async ({
  page,
}) => {
  const kernel = await loadSolidKernel();
  const mesh = kernel.scope(() => kernel.toMesh(kernel.cube([30, 20, 10], true)));
  const look = { name: "body", role: "body", material: "resin-grey" } as const;
  const stl = (bytes: number) => ({
    name: "block.stl",
    mimeType: "model/stl",
    buffer: Buffer.from(writeStl([{ ...look, mesh }], "block")).subarray(0, bytes),
  });
  await signUp(page);
  await page.goto("/designs");
  const input = await awake(page.getByLabel("Bring a model file"));
  await input.setInputFiles(stl(200));
  await expect(page.getByRole("alert").filter({ hasText: /STL/ })).toBeVisible({ timeout: 30_000 });
  await input.setInputFiles(stl(Number.POSITIVE_INFINITY));
  await page.waitForURL(/\/designs\/[0-9a-f-]{36}/, { timeout: 60_000 });
  await expect(page.getByRole("heading", { name: "block" })).toBeVisible();
  await modelReady(page);
});
