import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";

const ASK_EVERY_MS = 200;
/** Drawing and building may wait behind others' work. */
const WITHIN_MS = 10 * 60_000;
/** The answer is the first tenth of the bar, the jobs are the rest. */
const ANSWER_SHARE = 0.1;

/** The designer asked back, or refused: there is nothing to make from these words. */
export class NoDesign extends Error {}

/**
 * Sends the words and waits for the piece.
 * @param {import("./rest.mjs").Rest} rest
 * @param {string} words
 * @param {(share: number, what: string) => void} show
 * @returns {Promise<{ design: any, answer: string }>} The finished design as REST shows it.
 */
export async function makeDesign(rest, words, show) {
  show(0, "Asking the designer");
  const conversation = await rest.post("/api/v1/conversations", {});
  const turn = await takeTurn(rest, conversation.id, words);
  const answer = turn.assistant_message;
  const design = turn.designs?.at(-1);
  if (!design) throw new NoDesign(answer.content);
  await finishJobs(rest, jobIds(answer), show);
  return { design: await rest.get(`/api/v1/designs/${design.id}`), answer: answer.content };
}

/**
 * Says the words and waits for the whole answer. The service waits for a minute; asking again with
 * the same message id says nothing new and waits on.
 * @param {import("./rest.mjs").Rest} rest
 * @param {string} conversationId
 * @param {string} words
 */
async function takeTurn(rest, conversationId, words) {
  const message = {
    conversation_id: conversationId,
    message: words,
    client_message_id: randomUUID(),
  };
  for (;;) {
    const turn = await rest.post("/api/v1/chat", message);
    if (turn.assistant_message.status !== "streaming") return turn;
  }
}

/**
 * Jobs that the answer's tool calls started.
 * @param {{ metadata?: { tool_calls?: { output?: Record<string, unknown> }[] } }} answer
 * @returns {string[]}
 */
function jobIds(answer) {
  const outputs = (answer.metadata?.tool_calls ?? []).map((call) => call.output ?? {});
  return outputs
    .flatMap((output) => [output.pictures_job_id, output.model_job_id])
    .filter((id) => typeof id === "string");
}

/**
 * @param {import("./rest.mjs").Rest} rest
 * @param {string[]} ids
 * @param {(share: number, what: string) => void} show
 */
async function finishJobs(rest, ids, show) {
  const untilMs = Date.now() + WITHIN_MS;
  while (Date.now() < untilMs) {
    const jobs = await Promise.all(ids.map((id) => rest.get(`/api/v1/status/jobs/${id}/progress`)));
    const failed = jobs.find((job) => ["failed", "cancelled"].includes(job.status));
    if (failed) throw new Error(failed.error?.message ?? `Job ${failed.job_id} ${failed.status}.`);
    const open = jobs.find((job) => job.status !== "succeeded");
    if (!open) return;
    const done = jobs.reduce((sum, job) => sum + job.progress, 0) / jobs.length;
    const what = open.kind === "build-model" ? "Building the model" : "Drawing pictures";
    show(ANSWER_SHARE + (1 - ANSWER_SHARE) * done, what);
    await delay(ASK_EVERY_MS);
  }
  throw new Error("The piece was not ready after 10 minutes.");
}
