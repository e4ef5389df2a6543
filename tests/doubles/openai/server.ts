import type { IncomingMessage, ServerResponse } from "node:http";
import { type Loopback, openLoopback, readBytes } from "../loopback.ts";
import { googleAnswer, googleStream, type ModelSays, openAiAnswer, openAiStream } from "./says.ts";

export interface ModelCall {
  path: string;
  authorization: string | null;
  body: Record<string, unknown>;
}

/** A chat model's wire protocol on loopback: OpenAI's chat completions and Google's generateContent. */
export class ModelService {
  readonly calls: ModelCall[] = [];
  /** Taken one by one; after the last it says "Done." */
  says: ModelSays[] = [];
  #server!: Loopback;

  static async open(): Promise<ModelService> {
    const service = new ModelService();
    service.#server = await openLoopback((request, response) => service.#answer(request, response));
    return service;
  }

  get url(): string {
    return this.#server.url;
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "";
    const key = request.headers["x-goog-api-key"];
    const authorization = request.headers.authorization ?? (typeof key === "string" ? key : null);
    const body = JSON.parse((await readBytes(request)).toString()) as Record<string, unknown>;
    this.calls.push({ path, authorization, body });
    const said = this.says.shift() ?? { text: "Done." };
    if ("status" in said) return refuse(response, said);
    const isGoogle = /:(streamG|g)enerateContent/.test(path);
    const isStream = isGoogle ? path.includes(":stream") : body.stream === true;
    response.setHeader("content-type", isStream ? "text/event-stream" : "application/json");
    const answer = isGoogle
      ? (isStream ? googleStream : googleAnswer)(said)
      : (isStream ? openAiStream : openAiAnswer)(said);
    if ("cut" in said) response.write(answer, () => response.destroy());
    else response.end(answer);
  }
}

/** Such services tell the key back in part; nobody who reads our texts may see it. */
function refuse(
  response: ServerResponse,
  { status, code = "error", retryAfter }: Extract<ModelSays, { status: number }>,
): void {
  if (retryAfter !== undefined) response.setHeader("retry-after", String(retryAfter));
  response.writeHead(status, { "content-type": "application/json" });
  const message = `Incorrect API key provided: sk-secret-of-the-site. (${code})`;
  response.end(JSON.stringify({ error: { message, type: code, code } }));
}
