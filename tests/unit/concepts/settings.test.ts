import { expect, test } from "vitest";
import { USUAL_SETTINGS } from "#components/concept/settings.ts";
import { toSettings } from "#components/concept/use-settings.ts";

test("what was kept comes back, and what does not fit takes its usual value", () => {
  const written = { ...USUAL_SETTINGS, prompt: "in rose gold", count: 3, enhance: false };
  expect(toSettings(JSON.stringify(written))).toEqual(written);
  expect(toSettings(JSON.stringify({ prompt: "a", count: "3", gone: 1 }))).toEqual({
    ...USUAL_SETTINGS,
    prompt: "a",
  });
});

test.each(["", "{", "null", '"a"', "[1]"])("%j is no settings, and harms nothing", (kept) => {
  expect(toSettings(kept)).toEqual(USUAL_SETTINGS);
});
