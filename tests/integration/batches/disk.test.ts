import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { home } from "../http/environment.ts";

// More than any disk has: every upload then finds it short.
process.env.LEAST_FREE_DISK = String(2 ** 52);
const { POST: upload } = await import("#app/api/v1/upload/route.ts");
const { createApiKey } = await import("#lib/accounts/create-api-key.ts");
const { makePerson } = await import("../accounts/people.ts");
const { serve } = await import("../http/serve.ts");

test("photos are refused with 507 before anything is written when the disk is short", async () => {
  const { url } = await serve(upload);
  const { ctx } = await makePerson();
  const { key } = await createApiKey(ctx, { name: "test" });
  const form = new FormData();
  form.append("files", new Blob([new Uint8Array(1000)]), "cup.jpg");
  const answer = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${key}` },
    body: form,
  });
  expect(answer.status).toBe(507);
  expect((await answer.json()).error).toMatchObject({ code: "insufficient_storage" });
  const uploads = path.join(home, "uploads");
  expect(existsSync(uploads) ? readdirSync(uploads) : []).toEqual([]);
});
