import { createGoogle } from "@ai-sdk/google";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { Env } from "#lib/env.ts";
import { embeddedDesigner } from "./embedded/model.ts";
import type { ChatModel } from "./port.ts";

const GEMINI_MODEL = "gemini-2.5-flash";
const FAL_MODEL = "google/gemini-2.5-flash";
/** fal's OpenAI-compatible router. */
const FAL_CHAT_PATH = "/openrouter/router/openai/v1";

type ChatEnv = Pick<
  Env,
  | "CHAT_MODEL"
  | "CHAT_BASE_URL"
  | "CHAT_API_KEY"
  | "GOOGLE_GENERATIVE_AI_API_KEY"
  | "FAL_KEY"
  | "FAL_BASE_URL"
>;

/**
 * The chat model the environment names: `CHAT_*`, then Gemini's key, then `FAL_KEY`, else the embedded designer.
 * `googleBaseUrl` puts a gateway in place of Google's host.
 */
export function createChatModel(
  env: ChatEnv,
  { googleBaseUrl }: { googleBaseUrl?: string } = {},
): ChatModel {
  if (env.CHAT_BASE_URL && env.CHAT_MODEL) {
    return openAiCompatible("chat", env.CHAT_BASE_URL, env.CHAT_MODEL, bearer(env.CHAT_API_KEY));
  }
  if (env.GOOGLE_GENERATIVE_AI_API_KEY) {
    const modelId = env.CHAT_MODEL ?? GEMINI_MODEL;
    const google = createGoogle({
      apiKey: env.GOOGLE_GENERATIVE_AI_API_KEY,
      ...(googleBaseUrl && { baseURL: googleBaseUrl }),
    });
    return { name: `google/${modelId}`, model: google(modelId) };
  }
  if (env.FAL_KEY) {
    const host = env.FAL_BASE_URL ? `${env.FAL_BASE_URL}/run` : "https://fal.run";
    const headers = { Authorization: `Key ${env.FAL_KEY}` };
    return openAiCompatible("fal", host + FAL_CHAT_PATH, env.CHAT_MODEL ?? FAL_MODEL, headers);
  }
  return { name: "embedded", model: embeddedDesigner() };
}

function openAiCompatible(
  name: string,
  baseURL: string,
  modelId: string,
  headers: Record<string, string>,
): ChatModel {
  const provider = createOpenAICompatible({ name, baseURL, headers, includeUsage: true });
  return { name: `${name}/${modelId}`, model: provider.chatModel(modelId) };
}

const bearer = (key: string | undefined): Record<string, string> =>
  key ? { Authorization: `Bearer ${key}` } : {};
