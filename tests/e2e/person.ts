import { expect, type Page } from "@playwright/test";

/** A sign-up that no other test has. */
export function newPerson() {
  const id = crypto.randomUUID().slice(0, 8);
  return { email: `${id}@example.com`, password: `four calm words ${id}` };
}

/** Fills the sign-up form the page is on, and waits until it leads on. */
export async function fillSignUp(page: Page, person = newPerson()): Promise<void> {
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("main").getByRole("button", { name: "Create account" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/signup"));
}

/** A new person in the studio. */
export async function signUp(page: Page): Promise<void> {
  await page.goto("/signup");
  await fillSignUp(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Says the first sentence of a conversation and waits until its page is there. */
export async function startWith(page: Page, sentence: string): Promise<void> {
  await page.goto("/studio");
  await page.getByLabel("Describe a piece").fill(sentence);
  await page.getByRole("button", { name: "Make it" }).click();
  await page.waitForURL(/\/studio\/[0-9a-f-]{36}/);
}

/** The turnable model, once it shows a mesh. */
export async function modelReady(page: Page) {
  const model = page.getByRole("application");
  await expect(model).toHaveAttribute("data-ready", "true", { timeout: 120_000 });
  return model;
}

/** Says a further sentence in a conversation, once the answer before has ended: until then the box keeps it. */
export async function say(page: Page, sentence: string): Promise<void> {
  await page.getByLabel("Your message").fill(sentence);
  await expect(page.getByRole("button", { name: "Send" })).toBeEnabled({ timeout: 60_000 });
  await page.getByLabel("Your message").press("Enter");
}
