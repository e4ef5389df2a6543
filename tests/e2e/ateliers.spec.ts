import { expect, type Page, test } from "@playwright/test";
import { readDemo } from "../../scripts/start/database.mjs";
import { expectFitEverywhere, expectNoBarriers } from "./barriers.ts";
import { signUp } from "./person.ts";

test.describe.configure({ timeout: 240_000 });

/** Where screenshots go when somebody wants to look; unset: none are taken. */
const SHOTS = process.env.ATELIER_SHOTS;

async function look(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await page.screenshot({
        path: `${SHOTS}/${name}-${width}-${colorScheme}.png`,
        fullPage: true,
      });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** A ring of the person's, made over the API with their session. */
async function makeRing(page: Page): Promise<string> {
  const answer = await page.request.post("/api/v1/designs", {
    data: { kind: "ring", title: "Rose ring", spec: { alloy: "gold-18k-rose", style: "plain" } },
  });
  expect(answer.ok()).toBe(true);
  return (await answer.json()).id;
}

test("a ring finds its makers, narrowed by place and budget, and one is asked", async ({
  page,
}) => {
  await signUp(page);
  const id = await makeRing(page);
  await page.goto(`/designs/${id}/make`);
  await expect(page.getByRole("heading", { name: /Have it made: Rose ring/ })).toBeVisible();
  await expect(page.getByText(/ateliers can make this/)).toBeVisible();

  const first = page.getByRole("listitem").filter({ hasText: "Linden & Daughter" }).first();
  await first.getByText("Why this score").click();
  await expect(first.getByRole("rowheader", { name: /Reviews/ })).toBeVisible();
  await first.getByText("How the estimate comes about").click();
  await expect(first.getByText(/g × €[\d.]+\/g \(18K rose/)).toBeVisible();
  await look(page, "make");
  await expectFitEverywhere(page);

  await page.getByLabel("Where you are").fill("Hanoi");
  await page.getByLabel("Budget", { exact: true }).fill("50");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/place=Hanoi/);
  await expect(
    page.getByText(/Its materials alone cost .* your budget is (€50\.00|50\.00 EUR)/),
  ).toBeVisible();
  await expect(page.getByText(/km away/).first()).toBeVisible();
  await page.getByText(/cannot make it$/).click();
  await expect(page.getByText(/Does not work in 18K rose gold/).first()).toBeVisible();
  await look(page, "make-filtered");

  await page.getByLabel("Ask Linden & Daughter").check();
  await page.getByRole("button", { name: "Ask for quotes" }).click();
  await page.waitForURL(/\/quotes\/new\?.*atelier=/);
  await expectFitEverywhere(page);
});

test("ateliers are found by craft, and a profile shows work and limits but no contact", async ({
  page,
}) => {
  await page.goto("/ateliers");
  await page.getByLabel("Craft").selectOption("enamel");
  await page.getByRole("button", { name: "Show" }).click();
  await look(page, "directory");
  await page.getByRole("link", { name: "Meenakari House" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Meenakari House" })).toBeVisible();
  await expect(page.getByText(/Thinnest wall, cast: 1.1 mm/)).toBeVisible();
  await expect(page.getByText(/@/)).toHaveCount(0);
  await look(page, "profile");
  await expectNoBarriers(page);
});

test("a person signs up with an atelier that an admin approves", async ({ page, browser }) => {
  await signUp(page);
  const name = `Atelier ${crypto.randomUUID().slice(0, 6)}`;
  await page.goto("/ateliers/join");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Send for approval" }).click();
  await expect(page.getByText("At least 20 characters.").first()).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
  await page
    .getByLabel("What should customers know?")
    .fill("Two casters above the old market hall.");
  await page.getByLabel("Town").fill("Lyon");
  await page.getByLabel("Country", { exact: true }).selectOption("FR");
  await page.getByLabel("Lost-wax casting").check();
  await page.getByLabel("18K rose gold").check();
  await page.getByLabel("Days for a simple piece").fill("12");
  await page.getByLabel("Who answers").fill("Solène");
  await page.getByLabel("Mail", { exact: true }).fill("solene@example.com");
  await look(page, "join");
  await page.getByRole("button", { name: "Send for approval" }).click();
  await expect(page.getByText("Waits for approval.")).toBeVisible();

  const { email, password } = readDemo(process.env.MAQUETTE_TEST_HOME ?? "")!.admin;
  const admin = await browser.newPage();
  await admin.goto("/signin?next=/admin/ateliers");
  await admin.getByLabel("E-mail address").fill(email);
  await admin.getByLabel("Password").fill(password);
  await admin.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  const row = admin.getByRole("listitem").filter({ hasText: name });
  await expect(row.getByText(/solene@example.com/)).toBeVisible();
  await look(admin, "admin");
  await row.getByRole("button", { name: "Approve" }).click();
  await expect(row).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("Approved: customers find you.")).toBeVisible();
});
