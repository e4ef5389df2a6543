import { expect, test } from "@playwright/test";
import { modelReady, say, signUp, startWith } from "./person.ts";

test.describe.configure({ timeout: 180_000 });

test.beforeEach(async ({ page }) => {
  await signUp(page);
});

test("asks back when a message is no design, with examples", async ({ page }) => {
  await startWith(page, "what is the weather like in Lisbon");
  const conversation = page.getByRole("region", { name: "Conversation" });
  await expect(conversation.getByText(/\?/).last()).toBeVisible({ timeout: 90_000 });
  await expect(conversation.getByText(/ring/i).last()).toBeVisible();
  await expect(page.getByRole("application")).toHaveCount(0);
});

test("names the limit and the nearest value for an impossible number", async ({ page }) => {
  await startWith(page, "a yellow gold band, US 40");
  const conversation = page.getByRole("region", { name: "Conversation" });
  await expect(conversation.getByText(/nearest/i).first()).toBeVisible({ timeout: 90_000 });
});

test("keeps an answer through a reload while it is written", async ({ page }) => {
  await startWith(page, "a white gold halo ring with a 6 mm cushion diamond, UK N");
  await page.reload();
  await modelReady(page);
  const conversation = page.getByRole("region", { name: "Conversation" });
  await expect(
    conversation.getByText("a white gold halo ring with a 6 mm cushion diamond, UK N"),
  ).toHaveCount(1);
  const answer = conversation.getByRole("listitem").last();
  const text = (await answer.textContent()) ?? "";
  await page.reload();
  await expect(answer).toHaveText(text);
});

test("keeps what is being written through a reload", async ({ page }) => {
  await startWith(page, "a plain platinum band, EU 54");
  await modelReady(page);
  await page.getByLabel("Your message").fill("and engrave it with");
  await page.reload();
  await expect(page.getByLabel("Your message")).toHaveValue("and engrave it with");
});

test("reads an answer that has ended no second time", async ({ page }) => {
  const reads: string[] = [];
  page.on("request", (request) => {
    if (/\/conversations\/[^/]+\/stream/.test(request.url())) reads.push(request.url());
  });
  await startWith(page, "a plain platinum band, EU 54");
  // The model comes seconds after the answer: time enough for a stream taken for broken to be read again.
  await modelReady(page);
  expect(reads.length).toBeLessThanOrEqual(1);
});

test("puts a message back into the box when the service cannot be reached", async ({ page }) => {
  await startWith(page, "a plain platinum band, EU 54");
  await modelReady(page);
  await page.route("**/api/v1/chat", (route) => route.abort());
  await say(page, "make it 4 mm wide");
  await expect(page.getByRole("alert").filter({ hasText: "Not sent" })).toBeVisible();
  await expect(page.getByLabel("Your message")).toHaveValue("make it 4 mm wide");
});

test("takes a change back from its card", async ({ page }) => {
  await startWith(page, "a plain platinum band, EU 54");
  await modelReady(page);
  await say(page, "make the band 4 mm wide");
  const slider = page.getByRole("slider", { name: "Band width" });
  await expect(slider).toHaveValue("4", { timeout: 90_000 });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(slider).not.toHaveValue("4");
});
