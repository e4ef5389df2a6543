import { createMcpHandler } from "@modelcontextprotocol/server";
import { agentServer } from "#lib/agents/agent-server.ts";
import { withAbsoluteLinks } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { siteOrigin } from "#lib/http/origin.ts";
import { forbidden } from "#lib/shared/errors.ts";

/** Largest call, bytes: a tool takes ids and numbers, never a file. */
const MAX_CALL_BYTES = 256 * 1024;

export const POST = defineRoute({
  auth: "user",
  body: "raw",
  limit: { name: "mcp", points: 120, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/mcp",
    summary: "The designer's tools for programs: a Model Context Protocol server",
    description:
      "Streamable HTTP without sessions, with an API key. The tools are those of the conversation, over the same verbs; every call names its design.",
    tags: ["Agents"],
    responses: { 200: "sse" },
    requestBody: { contentType: "application/json", description: "A JSON-RPC message." },
  },
  async handle({ ctx, request }) {
    if (ctx.actor.type !== "api-key") throw forbidden("Programs come with an API key.");
    const origin = siteOrigin(request.headers);
    const handler = createMcpHandler(
      () => agentServer(ctx, (result) => withAbsoluteLinks(result, origin)),
      { maxRequestBodySize: MAX_CALL_BYTES },
    );
    return handler.fetch(request);
  },
});
