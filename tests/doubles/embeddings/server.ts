import { createHash } from "node:crypto";
import { type Loopback, type Mishap, openLoopback, readBytes } from "../loopback.ts";

export interface EmbeddingsDouble extends Loopback {
  /** Inputs of every request. */
  batches: number[];
  mishaps: Mishap[];
  /** Numbers of the next answers' vectors. */
  dimensions: number;
}

/** An embedding endpoint with image input: the same input always has the same vector, whatever else it says. */
export async function openEmbeddingsDouble(apiKey: string): Promise<EmbeddingsDouble> {
  const batches: number[] = [];
  const mishaps: Mishap[] = [];
  const state = { dimensions: 8 };
  const server = await openLoopback(async (request, response) => {
    const body = JSON.parse((await readBytes(request)).toString()) as {
      input: { image?: string; text?: string }[];
    };
    const mishap = mishaps.shift();
    if (mishap === "cut") return void response.destroy();
    const refused = request.headers.authorization === `Bearer ${apiKey}` ? 0 : 401;
    const status = typeof mishap === "object" ? mishap.status : refused;
    if (status) return void response.writeHead(status).end("{}");
    batches.push(body.input.length);
    const data = body.input.map(({ image, text }, index) => ({
      index,
      embedding: vectorOf(image ?? text ?? "", state.dimensions),
    }));
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ model: "m", data: data.reverse() }));
  });
  return {
    ...server,
    batches,
    mishaps,
    get dimensions() {
      return state.dimensions;
    },
    set dimensions(value: number) {
      state.dimensions = value;
    },
  };
}

function vectorOf(input: string, dimensions: number): number[] {
  const bytes = createHash("sha256").update(input).digest();
  return Array.from({ length: dimensions }, (_, n) => (bytes[n % bytes.length] ?? 0) - 127.5);
}
