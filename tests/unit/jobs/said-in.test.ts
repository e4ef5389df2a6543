import { expect, test } from "vitest";
import { eventSaidIn, jobSaidIn } from "#lib/jobs/said-in.ts";
import type { JobView } from "#lib/jobs/types.ts";
import { sentenceIn } from "#lib/kinds/tongues/sentences/index.ts";
import { requestLocale } from "#lib/shared/locales.ts";

const EMPTY = "The mask is empty. Paint over what shall change.";
const error = { code: "invalid_input", message: EMPTY, retryable: false };

test.each([
  ["de", /Die Maske ist leer/],
  ["fr", /Le masque est vide/],
  ["vi", /Mặt nạ trống/],
  ["en", /The mask is empty/],
])("why a task failed is told in %s", (locale, words) => {
  expect(sentenceIn(locale, EMPTY)).toMatch(words);
});

test("what stands in a sentence is told in the language too, and an unknown one stays", () => {
  expect(sentenceIn("de", "Comparing with a bracelet")).toBe("Vergleicht mit: Armband");
  expect(
    sentenceIn("de", "1 of 2 did not work. Each says why, and can be tried again alone."),
  ).toMatch(/^1 von 2/);
  expect(sentenceIn("de", "Nobody ever wrote this.")).toBe("Nobody ever wrote this.");
});

test("an event says its progress and its failures in the reader's language", () => {
  const event = {
    ...{ id: 1, taskId: null, type: "job_completed", createdAt: new Date(0) },
    data: { message: "Drawing", failures: [{ task_id: "t", error }], percent: 40 },
  };
  expect(eventSaidIn("de", event).data).toMatchObject({
    ...{ message: "Zeichnet", percent: 40 },
    failures: [
      { task_id: "t", error: { code: "invalid_input", message: expect.stringMatching(/Maske/) } },
    ],
  });
  expect(JSON.stringify(eventSaidIn("de", event).data)).toContain("Die Maske ist leer");
  expect(eventSaidIn("en", event)).toBe(event);
});

test("a job says why each of its tasks failed", () => {
  const job = { error: null, tasks: [{ message: null, error }] } as unknown as JobView;
  expect(jobSaidIn("fr", job).tasks[0]?.error?.message).toMatch(/Le masque est vide/);
});

test("the language of a request is the chosen one, else what the browser asks for", () => {
  const headers = (of: Record<string, string>) => new Headers(of);
  expect(requestLocale(headers({ "accept-language": "fr-FR,en;q=0.5" }))).toBe("fr");
  const cookie = "a=1; maquette-locale=de";
  expect(requestLocale(headers({ cookie, "accept-language": "fr" }))).toBe("de");
  expect(requestLocale(headers({}))).toBe("en");
});
