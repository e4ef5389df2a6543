import { expect, type Locator } from "@playwright/test";

/** A field or button once its page has woken up: what is done to it before may be nobody's. */
export async function awake(locator: Locator): Promise<Locator> {
  const hasProps = (element: Element) =>
    Object.keys(element).some((key) => key.startsWith("__reactProps"));
  await expect.poll(() => locator.evaluate(hasProps), { timeout: 30_000 }).toBe(true);
  return locator;
}
