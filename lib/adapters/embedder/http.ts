import { z } from "zod";
import { invalidInput, unavailable } from "../../shared/errors.ts";
import { isPassing, type Patience, retryAfterSeconds, sendPatiently } from "../send-patiently.ts";
import type { Embedder, EmbedOptions } from "./port.ts";
import { unitVector } from "./unit-vector.ts";

export interface HttpEmbedderOptions {
  /** Address before `/embeddings`. */
  baseUrl: string;
  model: string;
  dimensions: number;
  apiKey?: string | undefined;
  patience?: Patience;
}

/** Inputs of one request. */
const AT_ONCE = 16;

const answerForm = z.object({
  data: z.array(z.object({ index: z.int().optional(), embedding: z.array(z.number()) })),
});

type Input = { image: string } | { text: string };

/**
 * An embedding endpoint with image input, as CLIP services offer it: `POST {baseUrl}/embeddings {model, input:
 * [{image: base64} | {text}]}` answers `{data: [{index, embedding}]}`.
 */
export function createHttpEmbedder(options: HttpEmbedderOptions): Embedder {
  const { model, dimensions } = options;
  const embed = async (inputs: Input[], { signal }: EmbedOptions = {}) => {
    const vectors: Float32Array[] = [];
    for (let at = 0; at < inputs.length; at += AT_ONCE) {
      const some = inputs.slice(at, at + AT_ONCE);
      vectors.push(...(await askFor(options, some, { at, ...(signal && { signal }) })));
    }
    return vectors;
  };
  return {
    id: { name: model.replaceAll(/[^A-Za-z0-9-]+/g, "-"), version: "1", dimensions },
    embedPictures: (pictures, more) =>
      embed(
        pictures.map(({ bytes }) => ({ image: Buffer.from(bytes).toString("base64") })),
        more,
      ),
    embedText: (texts, more) =>
      embed(
        texts.map((text) => ({ text })),
        more,
      ),
    async check() {
      await embed([{ text: "a ring" }]);
    },
  };
}

interface Asking {
  /** Place of the first input among all. */
  at: number;
  signal?: AbortSignal;
}

async function askFor(
  { baseUrl, model, apiKey, dimensions, patience }: HttpEmbedderOptions,
  input: Input[],
  { at, signal }: Asking,
): Promise<Float32Array[]> {
  const request = () =>
    new Request(`${baseUrl.replace(/\/$/, "")}/embeddings`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(apiKey && { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ model, input }),
    });
  const answer = await sendPatiently(request, { ...patience, ...(signal && { signal }) }).catch(
    (cause) => {
      throw away({ cause });
    },
  );
  if (!answer.ok) throw await refusalOf(answer, at);
  const { data } = await readAnswer(answer);
  const inOrder = data.toSorted((one, other) => (one.index ?? 0) - (other.index ?? 0));
  if (inOrder.length !== input.length) {
    throw away({ cause: new Error(`${inOrder.length} vectors for ${input.length} inputs`) });
  }
  return inOrder.map(({ embedding }) => unitVector(embedding, dimensions));
}

const away = (options: Parameters<typeof unavailable>[1]) =>
  unavailable("Pictures cannot be compared just now. Try again in a moment.", options);

async function readAnswer(answer: Response): Promise<z.output<typeof answerForm>> {
  try {
    return answerForm.parse(await answer.json());
  } catch (cause) {
    throw away({ cause });
  }
}

async function refusalOf(answer: Response, at: number): Promise<Error> {
  await answer.body?.cancel();
  const cause = new Error(`the embedding endpoint answered ${answer.status}`);
  if (answer.status === 401 || answer.status === 403) {
    return unavailable(
      "Pictures cannot be compared: the service refuses this site's key. Whoever runs the site has to look at it.",
      { cause, retryable: false },
    );
  }
  if (answer.status === 400 || answer.status === 422) {
    return invalidInput("This is no picture that can be read.", { cause, details: { index: at } });
  }
  const seconds = retryAfterSeconds(answer);
  return away({
    cause,
    retryable: isPassing(answer.status),
    ...(seconds !== undefined && { retryAfterSeconds: seconds }),
  });
}
