import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { awake } from "./awake.ts";
import { newPerson } from "./person.ts";

const next = "five even calmer words here";

async function signUp(page: Page, person = newPerson()) {
  await page.goto("/signup?next=/profile");
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
  return person;
}

async function signIn(page: Page, email: string, password: string) {
  await page.goto("/signin?next=/profile");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a person signs up, confirms the address from the outbox, and signs out and in", async ({
    page,
  }) => {
    const { email, password } = newPerson();
    await page.goto("/signup");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill("short");
    await page.getByRole("button", { name: "Create account" }).click();
    const field = page.getByLabel("Password");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(/At least 10 characters/);
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
    await field.fill(password);
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page).toHaveURL(/\/studio$/);

    const link = page.getByRole("link", { name: /\/confirm\?token=/ });
    // The mail is promised with the account and written a moment later.
    await expect(async () => {
      await page.goto("/outbox");
      await expect(link).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await link.click();
    await page.getByRole("button", { name: "Confirm the address" }).click();
    await expect(page.getByText("Your address is confirmed")).toBeVisible();

    await page.goto("/profile");
    await expect(page.getByText("confirmed", { exact: true })).toBeVisible();
    await page.getByLabel(/^Account:/).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto("/profile");
    await expect(page).toHaveURL(/\/signin\?next=\/profile$/);
    await signIn(page, email, password);
    await expect(page).toHaveURL(/\/profile$/);
  });
});

test("wrong credentials are refused without telling which part was wrong", async ({ page }) => {
  const { email } = await signUp(page);
  const other = await (await page.context().browser()?.newContext())?.newPage();
  if (!other) throw new Error("no browser");
  const text = "The e-mail address or the password is wrong.";
  await signIn(other, email, "not the password");
  await expect(other.getByRole("alert").filter({ hasText: text })).toBeVisible();
  await expect(other.getByLabel("E-mail address")).toHaveValue(email);
  await signIn(other, "nobody@example.com", "not the password");
  await expect(other.getByRole("alert").filter({ hasText: text })).toBeVisible();
  await other.context().close();
});

test("a changed password signs out every other browser", async ({ page, browser }) => {
  const { email, password } = await signUp(page);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, email, password);
  await expect(other.getByRole("heading", { name: "Profile" })).toBeVisible();

  await page.getByLabel("Current password").fill(password);
  await page.getByLabel("New password").fill(next);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/\/signin/);
  await signIn(other, email, next);
  await expect(other.getByRole("heading", { name: "Profile" })).toBeVisible();
  await other.context().close();
});

async function designsStatus(request: APIRequestContext, key: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}` };
  return (await request.get("/api/v1/designs", { headers })).status();
}

test("an API key works until it is revoked, and is shown once", async ({ page, playwright }) => {
  await signUp(page);
  await page.getByLabel("What is it for?").fill("Shop import");
  await page.getByRole("button", { name: "Make a key" }).click();
  const key = (await page.getByText(/^mq_[\w-]{43}$/).textContent()) ?? "";
  const request = await playwright.request.newContext({ baseURL: new URL(page.url()).origin });
  expect(await designsStatus(request, key)).toBe(200);
  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);
  await page.getByRole("button", { name: "Revoke the key Shop import" }).click();
  await expect(page.getByText("No keys yet.")).toBeVisible();
  expect(await designsStatus(request, key)).toBe(401);
  await request.dispose();
});

test("the chosen colours hold from the first paint on", async ({ page }) => {
  await page.goto("/signin");
  await (await awake(page.getByRole("button", { name: "Dark colours" }))).click();
  await page.reload({ waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const ground = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  );
  expect(ground).toBe("rgb(19, 18, 17)");
  await (await awake(page.getByRole("button", { name: "Light colours" }))).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

test("no page breaks its own security policy", async ({ page }) => {
  const broken: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) broken.push(message.text());
  });
  await signUp(page);
  for (const path of ["/", "/docs", "/outbox", "/profile", "/studio", "/designs", "/nowhere"]) {
    const answer = await page.goto(path);
    const policy = answer?.headers()["content-security-policy"] ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w=]+' 'strict-dynamic'/);
    await expect(page.getByRole("heading").first()).toBeVisible();
  }
  expect(broken).toEqual([]);
});

test("REST paths answer with and without a trailing slash, unknown ones with JSON", async ({
  request,
}) => {
  for (const path of ["/health", "/health/", "/api/health", "/api/health/", "/api", "/api/"]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(200);
  }
  for (const path of ["/api/nothing", "/api/v1/nothing/", "/api/v1/designs/a/b/c"]) {
    const answer = await request.get(path);
    expect(answer.status()).toBe(404);
    expect((await answer.json()).error).toMatchObject({ code: "not_found" });
  }
});

test("a client cannot choose the address it is counted by", async ({ request }) => {
  const remaining = async (address: string) => {
    const headers = { "x-forwarded-for": address };
    const answer = await request.get("/api/health", { headers });
    return Number(answer.headers()["ratelimit-remaining"]);
  };
  const first = await remaining("203.0.113.1");
  expect(await remaining("203.0.113.2")).toBeLessThan(first);
});
