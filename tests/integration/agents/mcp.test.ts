import "../http/environment.ts";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, describe, expect, it } from "vitest";
import { POST } from "#app/api/mcp/route.ts";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import { DESIGNER_TOOLS } from "#lib/conversations/tools/index.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { makePerson, type Person } from "../accounts/people.ts";
import { db } from "../http/environment.ts";
import { serve } from "../http/serve.ts";

const { url } = await serve(POST);
const ada = await makePerson();
const clients: Client[] = [];
afterAll(() => Promise.all(clients.map((client) => client.close())));

type Scope = "read" | "write";

async function clientOf(person: Person, scopes?: Scope[]): Promise<Client> {
  const { key } = await createApiKey(person.ctx, { name: "agent", ...(scopes && { scopes }) });
  const client = new Client({ name: "test", version: "1" });
  const transport = new StreamableHTTPClientTransport(new URL(url), {
    requestInit: { headers: { authorization: `Bearer ${key}` } },
  });
  await client.connect(transport);
  clients.push(client);
  return client;
}

const agent = await clientOf(ada);

/** What a tool answers; its refusal as `{ refused }`. */
async function call(name: string, input: Record<string, unknown>, client = agent) {
  const { isError, structuredContent, content } = await client.callTool({ name, arguments: input });
  const [first] = content as { text: string }[];
  return isError ? { refused: first?.text } : (structuredContent as Record<string, unknown>);
}

const BAND = { kind: "ring", spec: { style: "plain", bandWidthMm: 3 } };

const countDesigns = ({ workspaceId }: Person) => db.design.count({ where: { workspaceId } });

describe("a program with an API key", () => {
  it("finds every tool of the designer, with its input and whether it only looks", async () => {
    const { tools } = await agent.listTools();
    const names = tools.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(DESIGNER_TOOLS.map(({ name }) => name)));
    const edit = tools.find(({ name }) => name === "edit_design");
    expect(edit?.inputSchema.required).toEqual(expect.arrayContaining(["patch", "designId"]));
    expect(edit?.annotations?.readOnlyHint).toBe(false);
    expect(tools.find(({ name }) => name === "price_design")?.annotations?.readOnlyHint).toBe(true);
    expect(agent.getInstructions()).toContain("designId");
  });

  it("makes a design, changes it, and is told what moved", async () => {
    const described = await call("list_kinds", { kind: "ring" });
    expect(JSON.stringify(described)).toContain("bandWidthMm");
    const made = await call("make_design", BAND);
    expect(made).toMatchObject({ kind: "ring", revision: 1, spec: { bandWidthMm: 3 } });
    const { designId } = made as { designId: string };
    const changed = await call("edit_design", { designId, patch: { bandWidthMm: 4 } });
    expect(changed).toMatchObject({
      revision: 2,
      changes: [{ field: "bandWidthMm", before: 3, after: 4 }],
    });
    expect((changed as { massDeltaG: number }).massDeltaG).toBeGreaterThan(0);
    const compared = await call("compare_revisions", { designId });
    expect(compared).toMatchObject({ from: 1, to: 2 });
    await call("undo", { designId });
    const design = await getDesign(ada.ctx, { designId });
    expect(design.revision).toMatchObject({ number: 3, spec: { bandWidthMm: 3 } });
  });

  it("is told in words what is wrong with a value, a type, a tool and a text", async () => {
    const before = await countDesigns(ada);
    const { refused } = await call("make_design", { kind: "ring", spec: { bandWidthMm: 0.1 } });
    expect(refused).toContain("nearest that works");
    expect((await call("make_design", { kind: 7 })).refused).toContain("kind");
    await expect(call("delete_account", {})).rejects.toThrow(/delete_account/);
    const text = { ...BAND, title: "a figurine of a naked woman" };
    expect((await call("make_design", text)).refused).toContain("swimwear and lingerie are fine");
    expect(await countDesigns(ada)).toBe(before);
  });

  it("reaches no design of somebody else", async () => {
    const bob = await makePerson();
    const { design } = await createDesign(bob.ctx, BAND);
    for (const [name, input] of [
      ["get_design", {}],
      ["price_design", {}],
      ["edit_design", { patch: { bandWidthMm: 9 } }],
      ["draw_pictures", {}],
      ["find_products", { likeDesign: true }],
    ] as const) {
      const { refused } = await call(name, { ...input, designId: design.id });
      expect(refused).toContain("no such design");
    }
    expect((await getDesign(bob.ctx, { designId: design.id })).revision.number).toBe(1);
  });

  it("changes nothing when its key may only read", async () => {
    const eve = await makePerson();
    const reader = await clientOf(eve, ["read"]);
    expect((await call("make_design", BAND, reader)).refused).toContain("may not write");
    expect(await countDesigns(eve)).toBe(0);
    expect(await call("list_designs", {}, reader)).toMatchObject({ designs: [] });
  });
});

describe("others", () => {
  it.each([
    ["without a key", {}],
    ["with a key that is none", { authorization: "Bearer mq_unknown" }],
  ])("%s are turned away", async (_name, headers) => {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }),
    });
    expect(answer.status).toBe(401);
  });
});
