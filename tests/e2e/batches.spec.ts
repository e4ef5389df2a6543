import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { unzipSync } from "fflate";
import sharp from "sharp";
import { awake } from "./awake.ts";
import { expectFitEverywhere } from "./barriers.ts";
import { signUp } from "./person.ts";

test.describe.configure({ timeout: 240_000 });

/** A thing of one colour on a plain ground. */
async function photo(shape: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480">
    <rect width="480" height="480" fill="#e9e6e0"/>${shape}</svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}

const file = (name: string, buffer: Buffer) => ({ name, mimeType: "image/jpeg", buffer });

test("photos become models: chosen, watched, turned, downloaded, deleted", async ({ page }) => {
  await signUp(page);
  await page.goto("/batches/new");
  const photos = await awake(page.getByLabel("Choose photos", { exact: true }));
  await photos.setInputFiles([
    file(
      "mug.jpg",
      await photo('<rect x="150" y="110" width="180" height="260" rx="20" fill="#b03a2e"/>'),
    ),
    file("ball.jpg", await photo('<circle cx="240" cy="240" r="130" fill="#1f618d"/>')),
    file("broken.jpg", Buffer.from("I am no picture.")),
  ]);
  await expect(page.getByText("No JPEG, PNG or WebP picture")).toBeVisible();
  await page.getByLabel("Face limit").fill("4000");
  await page.getByRole("button", { name: "Make 2 models" }).click();
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}/);

  await expect(page.getByText(/of 2 done/).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText("2 of 2 done").first()).toBeVisible({ timeout: 180_000 });
  await expect(page.getByText(/[1-4],?\d{3} faces .* Closed/)).toHaveCount(2);
  await expectFitEverywhere(page);

  await page.getByRole("button", { name: "View in 3D" }).first().click();
  const model = page.getByRole("application", { name: "mug in 3D" });
  await expect(model).toHaveAttribute("data-ready", "true", { timeout: 60_000 });
  await page.keyboard.press("Escape");

  const [archive] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download all (ZIP)" }).click(),
  ]);
  const files = unzipSync(new Uint8Array(await readFile(await archive.path())));
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(["mug.glb", "mug.stl", "ball.glb", "ball.3mf", "manifest.json"]),
  );

  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("button", { name: "Delete it" }).click();
  await page.waitForURL(/\/batches$/);
  await expect(page.getByText("No batch yet")).toBeVisible();
});
