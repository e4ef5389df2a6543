import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface ModelCall {
  path: string;
  authorization: string | null;
  body: Record<string, unknown>;
}

/** What the service says next: words, or the call of a tool. */
export type ModelSays = { text: string } | { tool: string; input: unknown } | { status: number };

/** A chat model's wire protocol on loopback: OpenAI's chat completions and Google's generateContent, streamed. */
export class ModelService {
  readonly calls: ModelCall[] = [];
  says: ModelSays[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<ModelService> {
    const server = createServer();
    const service = new ModelService(server);
    server.on("request", (request, response) => {
      void service.#answer(request).then(({ status, body }) => {
        const type = status === 200 ? "text/event-stream" : "application/json";
        response.writeHead(status, { "content-type": type }).end(body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage): Promise<{ status: number; body: string }> {
    const path = request.url ?? "";
    const key = request.headers["x-goog-api-key"];
    const authorization = request.headers.authorization ?? (typeof key === "string" ? key : null);
    this.calls.push({ path, authorization, body: JSON.parse(await text(request)) });
    const said = this.says.shift() ?? { text: "Done." };
    if ("status" in said) {
      return { status: said.status, body: JSON.stringify({ error: { message: "Overloaded." } }) };
    }
    const events = path.includes("generateContent") || path.includes("streamGenerateContent");
    return { status: 200, body: events ? googleStream(said) : openAiStream(said) };
  }
}

type Said = Exclude<ModelSays, { status: number }>;

const sse = (chunks: unknown[]) =>
  chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join("");

function openAiStream(said: Said): string {
  const chunk = (delta: unknown, finish: string | null = null) => ({
    id: "c1",
    object: "chat.completion.chunk",
    created: 1,
    model: "m",
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  if ("text" in said) {
    return `${sse([chunk({ role: "assistant", content: said.text }), chunk({}, "stop")])}data: [DONE]\n\n`;
  }
  const call = {
    index: 0,
    id: `call_${said.tool}`,
    type: "function",
    function: { name: said.tool, arguments: JSON.stringify(said.input) },
  };
  const chunks = [chunk({ role: "assistant", tool_calls: [call] }), chunk({}, "tool_calls")];
  return `${sse(chunks)}data: [DONE]\n\n`;
}

function googleStream(said: Said): string {
  const part =
    "text" in said ? { text: said.text } : { functionCall: { name: said.tool, args: said.input } };
  return sse([
    { candidates: [{ content: { role: "model", parts: [part] }, finishReason: "STOP", index: 0 }] },
  ]);
}
