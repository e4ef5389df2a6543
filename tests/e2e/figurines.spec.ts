import { expect, type Page, test } from "@playwright/test";
import { facePhoto } from "#tests/setup/face-photo.ts";
import { awake } from "./awake.ts";
import { expectNoBarriers } from "./barriers.ts";
import { signUp } from "./person.ts";

test.describe.configure({ timeout: 300_000 });

const done = (page: Page) => page.getByRole("navigation", { name: "Stages" }).getByText("Done");

test("a face photo becomes a figurine: cropped, watched, changed, approved, taken to a quote", async ({
  page,
}) => {
  await signUp(page);
  await page.goto("/figurines/new");
  const buffer = Buffer.from(await facePhoto());
  const photo = await awake(page.getByLabel("Choose a face photo"));
  await photo.setInputFiles({ name: "me.jpg", mimeType: "image/jpeg", buffer });

  // The marks are moved by keyboard; where the guide has them is near enough to begin with.
  const mouth = page.getByRole("button", { name: "Mark of the mouth" });
  await mouth.focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowUp");
  await page.getByRole("radio", { name: "Chibi" }).check({ force: true });
  await page.getByRole("radio", { name: "Superhero" }).check({ force: true });
  // Groups that few change are opened first.
  for (const group of ["Figure", "Accessories", "Base"])
    await page
      .locator("summary")
      .filter({ hasText: new RegExp(`^${group}`) })
      .click();
  await page.getByLabel("Pose", { exact: true }).selectOption("Waving");
  await page.getByLabel("Hat", { exact: true }).selectOption("Crown");
  await page.getByLabel("Name plate").fill("ADA");
  // The figurine as it would be, before anything is sent.
  await expect(page.getByRole("img", { name: "Preview of the cartoon" })).toBeVisible({
    timeout: 60_000,
  });
  await expectNoBarriers(page);

  await page.getByRole("button", { name: "Make the figurine" }).click();
  await expect(
    page.getByText("A face photo is used only when whoever is in it agrees"),
  ).toBeVisible();
  await page.getByText("Whoever is in the photo agrees").click();
  await page.getByRole("button", { name: "Make the figurine" }).click();
  await page.waitForURL(/\/figurines\/[0-9a-f-]{36}/);

  // Each result is there before the next stage is done.
  await expect(page.getByAltText(/^Candidate 1/)).toBeVisible({ timeout: 120_000 });
  await page.reload();
  await expect(done(page)).toHaveCount(6, { timeout: 240_000 });
  await expect(page.getByText("One closed solid", { exact: true })).toBeVisible();
  await expect(page.getByText("not measured", { exact: true })).toBeVisible();
  await expect(page.getByAltText("From behind")).toBeVisible();
  await expect(page.getByAltText("The figurine, turning once around")).toBeVisible();
  await expectNoBarriers(page);

  await page.getByText("Change the figurine").click();
  const figure = page.getByRole("listitem").filter({ has: page.getByLabel("Height (mm)") });
  await page.getByLabel("Height (mm)").fill("90");
  await figure.getByRole("button", { name: "Make anew" }).click();
  await expect(page.getByText("× 90.0 mm").first()).toBeVisible({ timeout: 240_000 });

  // The proof can be approved before its turntable has come.
  await page.getByRole("button", { name: "Approve the proof" }).click({ timeout: 120_000 });
  await expect(page.getByText(/locked by the hash/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Request a quote" })).toHaveAttribute(
    "href",
    /\/quotes\/new\?design=[0-9a-f-]{36}/,
  );
});
