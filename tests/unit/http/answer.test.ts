import { describe, expect, test } from "vitest";
import { answer, answerAsIs, toResponse, toWire } from "#lib/http/answer.ts";

const ORIGIN = "http://127.0.0.1:3000";

describe("an answer", () => {
  test("is 200 with snake_case keys when a plain object is returned", async () => {
    const response = toResponse(toWire({ createdAt: new Date(0), nextCursor: null }, ORIGIN));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      created_at: "1970-01-01T00:00:00.000Z",
      next_cursor: null,
    });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("carries absolute links, and leaves other texts and other sites alone", () => {
    const { body } = toWire(
      {
        url: "/api/blob/a.png?signature=x",
        statusUrl: "/api/v1/status/tasks/1",
        pictures: [{ url: "/a" }],
        title: "/not/a/link",
        imageUrl: "//elsewhere.example/a",
        sourceUrl: "https://elsewhere.example/a",
      },
      ORIGIN,
    );
    expect(body).toEqual({
      url: `${ORIGIN}/api/blob/a.png?signature=x`,
      status_url: `${ORIGIN}/api/v1/status/tasks/1`,
      pictures: [{ url: `${ORIGIN}/a` }],
      title: "/not/a/link",
      image_url: "//elsewhere.example/a",
      source_url: "https://elsewhere.example/a",
    });
  });

  test("keeps its keys when asked to", () => {
    const schema = { additionalProperties: false, $defs: { bandWidthMm: {} } };
    expect(toWire(answerAsIs(200, schema), ORIGIN).body).toEqual(schema);
  });

  test("has no body with 204", async () => {
    const response = toResponse(toWire(answer(204, null), ORIGIN));
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
  });
});
