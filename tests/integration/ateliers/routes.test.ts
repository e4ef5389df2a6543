import "../http/environment.ts";
import { expect, it } from "vitest";
import { GET } from "#app/api/v1/ateliers/[id]/route.ts";
import { POST } from "#app/api/v1/ateliers/route.ts";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { openStudio } from "../designs/studio.ts";
import { openAtelier } from "./profiles.ts";

const URL_ = "http://maquette.test/api/v1/ateliers";

it("answers matches with terms, estimate and blockers over REST", async () => {
  const [{ atelierId }, customer] = await Promise.all([openAtelier(), openStudio()]);
  const { key } = await createApiKey(customer.ctx, { name: "test", scopes: ["read"] });
  const { design } = await createDesign(customer.ctx, {
    kind: "ring",
    spec: { style: "plain", alloy: "gold-18k-rose" },
  });
  const send = (body: unknown) =>
    POST(
      new Request(URL_, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    );
  const answer = await send({
    design_id: design.id,
    location: { place: "Hanoi" },
    budget: { amount_minor: 90_000, currency: "EUR" },
  });
  expect(answer.status).toBe(200);
  const { excluded, match_count } = await answer.json();
  expect(match_count).toBe(0);
  expect(excluded[0]).toMatchObject({
    atelier: { id: atelierId },
    blockers: [{ rule: "shipping", message: "Does not send to Vietnam." }],
  });
  const near = await (await send({ design_id: design.id, location: { place: "Lyon" } })).json();
  const [match] = near.matches;
  expect(match).toMatchObject({ atelier: { id: atelierId }, blockers: [], distance_km: 0 });
  const points = match.terms.reduce(
    (sum: number, term: { points: number }) => sum + term.points,
    0,
  );
  expect(points).toBeCloseTo(match.score, 9);
  const lines = match.estimate.lines as { amount_minor: number }[];
  expect(lines.reduce((sum, line) => sum + line.amount_minor, 0)).toBe(match.estimate.total_minor);
  const wrong = await send({ design_id: design.id, budget: { amount_minor: -5, currency: "XXX" } });
  expect(wrong.status).toBe(400);
});

it("answers a profile to everybody, without its contact", async () => {
  const { atelierId } = await openAtelier();
  const answer = await GET(new Request(`${URL_}/${atelierId}`), {
    params: Promise.resolve({ id: atelierId }),
  });
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({ id: atelierId, place: "Lyon", lead_time_days: 12 });
  expect(text).not.toContain("solene@");
});
