import { type Browser, expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { LOCALE_COOKIE } from "#lib/shared/locales.ts";
import { openAtelierFor } from "./atelier.ts";
import { awake } from "./awake.ts";
import { expectNoBarriers, faultsOf, TWO_LOOKS } from "./barriers.ts";
import { fillSignUp, newPerson } from "./person.ts";

test.describe.configure({ timeout: 240_000 });

/** Somebody signed in, in a browser of their own. */
async function newcomer(browser: Browser): Promise<{ page: Page; email: string }> {
  const page = await (await browser.newContext()).newPage();
  const person = newPerson();
  await page.goto("/signup");
  await fillSignUp(page, person);
  return { page, email: person.email };
}

/** A plain silver band with its files, made by REST: what is tried here begins when it is there. */
async function makeBand(page: Page): Promise<string> {
  const data = { kind: "ring", title: "Ada's band", spec: { style: "plain", alloy: "silver-925" } };
  const made = await page.request.post("/api/v1/designs", { data });
  expect(made.status()).toBe(201);
  const { id, model_job_id: jobId } = await made.json();
  const progress = `/api/v1/status/jobs/${jobId}/progress`;
  const status = async () => (await (await page.request.get(progress)).json()).status;
  await expect.poll(status, { timeout: 90_000 }).toBe("succeeded");
  return id;
}

const DESK_PAGES = ["/desk", "/desk/orders", "/desk/calendar", "/desk/earnings", "/desk/rates"];

/** What is wrong with these pages in German, whose words are the longest. */
async function faultsInGerman(page: Page, addresses: readonly string[]): Promise<string[]> {
  const { origin } = new URL(page.url());
  await page.context().addCookies([{ name: LOCALE_COOKIE, value: "de", url: origin }]);
  const faults: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    faults.push(...(await faultsOf(page, { looks: TWO_LOOKS, atEnd: true })));
  }
  return faults;
}

const photo = (colour: string) =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();

test("from a question to a delivered piece, between two people", async ({ browser }) => {
  const [customer, atelier] = [await newcomer(browser), await newcomer(browser)];
  const atelierId = await openAtelierFor(atelier.email, "Goldwerk Hanau");
  const [ours, theirs] = [customer.page, atelier.page];
  const designId = await makeBand(ours);

  await ours.goto(`/quotes/new?design=${designId}&atelier=${atelierId}`);
  await ours.getByLabel("What should they know?").fill("For Ada, size 54, please no rush.");
  await ours.getByLabel("Budget for all").fill("200");
  await ours.getByRole("button", { name: "Ask this atelier" }).click();
  await ours.waitForURL(/\/quotes\/[0-9a-f-]{36}$/);
  const quote = ours.url();
  await ours.getByLabel("Message", { exact: true }).fill("Would matt be possible?");
  const hand = { name: "hand.jpg", mimeType: "image/jpeg", buffer: await photo("#d8b59a") };
  await ours.getByLabel("Files").setInputFiles(hand);
  await ours.getByRole("button", { name: "Send message" }).click();
  await expect(ours.getByText("Would matt be possible?")).toBeVisible();
  await expectNoBarriers(ours);

  await theirs.goto("/desk");
  await expect(theirs.getByRole("link", { name: /Notices, [12] unread/ })).toBeVisible();
  await expectNoBarriers(theirs);
  await theirs.getByRole("link", { name: /Ada's band/ }).click();
  await expect(theirs.getByText("For Ada, size 54")).toBeVisible();
  await expect(theirs.getByAltText("hand.jpg")).toBeVisible();
  await expect(theirs.getByLabel("What, line 1")).toHaveValue("Sterling silver 925");
  await theirs.getByRole("button", { name: "Add a line" }).click();
  await theirs
    .getByLabel(/^What, line/)
    .last()
    .fill("Matt finish");
  await theirs
    .getByLabel(/^Rate, line/)
    .last()
    .fill("12.50");
  await theirs.getByLabel("Bench hours").fill("6");
  await expectNoBarriers(theirs);
  await theirs.getByRole("button", { name: "Send the offer" }).click();
  await expect(theirs.getByText("Offer 1, on the table")).toBeVisible();

  await ours.reload();
  await expect(ours.getByText("Offer 1, on the table")).toBeVisible();
  await (await awake(ours.getByRole("button", { name: "Name another sum" }))).click();
  await ours.getByLabel("Sum for everything (EUR)").fill("150");
  await ours.getByRole("button", { name: "Send the counter-offer" }).click();
  await expect(ours.getByText("Offer 2, on the table")).toBeVisible();

  await theirs.reload();
  await theirs.getByText("Make another offer").click();
  // It begins with the last offer: all but one of its lines go.
  const remove = theirs.getByRole("button", { name: /^Remove line/ });
  while ((await remove.count()) > 0) await remove.last().click();
  await theirs.getByLabel("What, line 1").fill("Band in silver, matt");
  await theirs.getByLabel("Rate, line 1").fill("160");
  await theirs.getByRole("button", { name: "Send the offer" }).click();
  await expect(theirs.getByText("Offer 3, on the table")).toBeVisible();

  await ours.reload();
  await ours.getByRole("button", { name: "Accept €160.00" }).click();
  await ours.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
  const order = ours.url();
  await expectNoBarriers(ours);

  await theirs.goto(order);
  await theirs.getByRole("button", { name: "Confirm the order" }).click();
  await expect(theirs.getByRole("button", { name: "Add the step" })).toBeVisible();
  await theirs.getByLabel("Step", { exact: true }).selectOption("casting");
  await theirs.getByLabel("What was done").fill("Cast this morning");
  const cast = { name: "cast.jpg", mimeType: "image/jpeg", buffer: await photo("#c9ccd0") };
  await theirs.getByLabel("Photos").setInputFiles(cast);
  await theirs.getByRole("button", { name: "Add the step" }).click();
  await expect(theirs.getByAltText("Casting, photo 1")).toBeVisible();
  await theirs.getByLabel("Carrier").fill("Post");
  await theirs.getByLabel("Tracking number").fill("RR 77");
  await theirs.getByLabel("On the scale (g)").fill("3.1");
  await expectNoBarriers(theirs);
  await theirs.getByRole("button", { name: "It is sent" }).click();
  await expect(theirs.getByText("Post, number RR 77")).toBeVisible();
  await theirs.getByRole("button", { name: "The money has come" }).click();
  await expect(theirs.getByText(/Received on/)).toBeVisible();

  await ours.reload();
  await expect(ours.getByAltText("Casting, photo 1")).toBeVisible();
  await ours.getByRole("button", { name: "It has arrived" }).click();
  await ours.getByText("5 stars").click();
  await ours.getByLabel("What others should know").fill("Exactly as drawn.");
  await ours.getByRole("button", { name: "Send the review" }).click();
  await expect(ours.getByText("5 of 5")).toBeVisible();
  const sheet = await ours.request.get(`${order.replace("/orders/", "/api/v1/orders/")}/sheet.pdf`);
  expect((await sheet.body()).subarray(0, 5).toString()).toBe("%PDF-");

  await theirs.goto("/desk/earnings");
  await expect(theirs.getByRole("cell", { name: "€160.00" }).first()).toBeVisible();
  await theirs.goto("/desk/rates");
  await theirs.getByLabel("Per gram, Sterling silver 925").fill("-2");
  await theirs.getByRole("button", { name: "Save the rates" }).click();
  await expect(theirs.getByText(/A rate cannot be negative/)).toBeVisible();
  await theirs.getByLabel("Per gram, Sterling silver 925").fill("2.10");
  await theirs.getByRole("button", { name: "Save the rates" }).click();
  await expect(theirs.getByText("Saved as version 2.")).toBeVisible();
  await theirs.getByRole("button", { name: "Chains" }).click();
  await theirs.getByLabel("Joining one link (EUR)").fill("0.45");
  await theirs.getByRole("button", { name: "Save the rates" }).click();
  await expect(theirs.getByLabel("Clasp with its rings (EUR)")).toBeFocused();
  await theirs.getByLabel("Clasp with its rings (EUR)").fill("18");
  await theirs.getByRole("button", { name: "Save the rates" }).click();
  await expect(theirs.getByText("Saved as version 3.")).toBeVisible();
  // At the end of the page, where the save bar lies over nothing.
  await theirs.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expectNoBarriers(theirs);
  await theirs.goto("/desk/calendar");
  await expect(theirs.getByText("6 of 40 h booked")).toBeVisible();
  await ours.goto("/notices");
  await expect(ours.getByText(/is on its way/)).toBeVisible();
  await expectNoBarriers(ours);
  await ours.goto("/outbox");
  await expect(ours.getByText("Goldwerk Hanau confirmed your order")).toBeVisible();

  expect(await faultsInGerman(theirs, [...DESK_PAGES, quote, order])).toEqual([]);
  expect(await faultsInGerman(ours, [quote, order, "/orders", "/quotes"])).toEqual([]);
});
