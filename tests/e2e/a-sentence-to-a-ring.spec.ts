import { readFile } from "node:fs/promises";
import { expect, type Locator, test } from "@playwright/test";
import { fillSignUp, modelReady, say } from "./person.ts";
import { innerDiameterMm, openEdges, parseStl } from "./stl.ts";

const SENTENCE = "a rose gold ring, US 7, with a 7 x 5 mm oval sapphire and pavé shoulders";

/** A picture of the model once its full mesh has taken the preview's place: two pictures in a row are the same. */
async function settledPicture(model: Locator): Promise<Buffer> {
  let last = await model.screenshot();
  const isSettled = async () => {
    const earlier = last;
    last = await model.screenshot();
    return last.equals(earlier);
  };
  await expect.poll(isSettled, { intervals: [1500], timeout: 60_000 }).toBe(true);
  return last;
}

test("leads from a sentence to a ring a caster accepts", async ({ page }) => {
  test.setTimeout(420_000);

  await page.goto("/");
  await page.getByLabel("Describe a piece").fill(SENTENCE);
  await page.getByRole("button", { name: "Make it" }).click();
  await fillSignUp(page);
  await expect(page.getByLabel("Describe a piece")).toHaveValue(SENTENCE);
  await page.getByRole("button", { name: "Make it" }).click();
  await page.waitForURL(/\/studio\/[0-9a-f-]{36}/);

  await expect(page.getByRole("button", { name: /^Open picture/ }).first()).toBeVisible({
    timeout: 120_000,
  });
  const model = await modelReady(page);
  const before = await settledPicture(model);
  await model.press("ArrowRight");
  await model.press("ArrowRight");
  await expect.poll(async () => (await model.screenshot()).equals(before)).toBe(false);

  await say(page, "make the band 2.8 mm");
  const conversation = page.getByRole("region", { name: "Conversation" });
  const change = conversation.getByText(/Band width .* → 2\.8 mm/).first();
  await expect(change).toBeVisible({ timeout: 120_000 });

  const slider = page.getByRole("slider", { name: "Band width" });
  await expect(slider).toHaveValue("2.8");
  const mass = page.getByText(/^\d+\.\d\d g$/).first();
  const heavy = await mass.textContent();
  await slider.fill("2.6");
  await expect(mass).not.toHaveText(heavy ?? "");
  await page.getByRole("tab", { name: "History" }).click();
  await expect(
    page.getByRole("tabpanel", { name: "History" }).getByText(/Band width 2\.8 → 2\.6 mm/),
  ).toBeVisible({ timeout: 90_000 });

  await page.getByRole("tab", { name: "Files" }).click();
  const link = page.getByRole("link", { name: /^Download STL/ }).first();
  await expect(link).toBeVisible({ timeout: 120_000 });
  // It is made when it is asked for, while pictures are drawn.
  const saved = page.waitForEvent("download", { timeout: 120_000 });
  const [download] = await Promise.all([saved, link.click()]);
  const corners = parseStl(await readFile(await download.path()));
  expect(openEdges(corners)).toBe(0);
  expect(Math.abs(innerDiameterMm(corners) - 17.32)).toBeLessThanOrEqual(0.02);
});
