import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { facePhoto } from "#tests/setup/face-photo.ts";
import { REFUSALS } from "../doubles/fal/behaviour.ts";
import { awake } from "./awake.ts";
import { expectNoBarriers } from "./barriers.ts";
import { signUp } from "./person.ts";

const provider = process.env.MAQUETTE_TEST_PROVIDER_URL;
test.skip(!provider, "asks for a provider: MAQUETTE_TEST_PROVIDER=fal");
test.describe.configure({ timeout: 180_000 });

/** How the provider takes every order from now on. */
const behave = (always: object) =>
  fetch(`${provider}/control`, { method: "POST", body: JSON.stringify({ always }) });

async function mug(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480">
    <rect width="480" height="480" fill="#e9e6e0"/>
    <rect x="150" y="110" width="180" height="260" rx="20" fill="#b03a2e"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}

test("a provider without credit: the photo says so, and is made here when the person wants it", async ({
  page,
}) => {
  await behave({ refuse: REFUSALS.noCredit });
  await signUp(page);
  await page.goto("/batches/new");
  const photos = await awake(page.getByLabel("Choose photos", { exact: true }));
  await photos.setInputFiles({ name: "mug.jpg", mimeType: "image/jpeg", buffer: await mug() });
  await page.getByRole("button", { name: "Make 1 model" }).click();
  await expect(page.getByText("The provider's credit is used up.")).toBeVisible();
  await expect(page.getByText("This machine can, from the outline")).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole("button", { name: "Make it here" }).click();
  await expect(page.getByText("Made on this machine, as you chose")).toBeVisible({
    timeout: 90_000,
  });
  await behave({});
});

test("a figurine's cartoon: who draws it is said and chosen, and it is drawn here when the provider cannot", async ({
  page,
}) => {
  await behave({ refuse: REFUSALS.noCredit });
  await signUp(page);
  await page.goto("/figurines/new");
  await expect(page.getByText("fal gets the cut-out face for it")).toBeVisible();
  const buffer = Buffer.from(await facePhoto());
  const photo = await awake(page.getByLabel("Choose a face photo"));
  await photo.setInputFiles({ name: "me.jpg", mimeType: "image/jpeg", buffer });
  const mouth = page.getByRole("button", { name: "Mark of the mouth" });
  await mouth.focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowUp");
  await page.getByText("Whoever is in the photo agrees").click();
  await page.getByRole("button", { name: "Make the figurine" }).click();
  await page.waitForURL(/\/figurines\/[0-9a-f-]{36}/);
  await expect(page.getByText("The provider's credit is used up.")).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText("The provider could not draw the cartoon")).toBeVisible();
  await page.getByRole("button", { name: "Draw it here" }).click();
  await expect(page.getByText("Drawn on this machine, as you chose")).toBeVisible({
    timeout: 90_000,
  });
  await behave({});
});
