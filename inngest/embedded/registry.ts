import { z } from "zod";
import { parseExpression } from "./cel/parse.ts";
import { parseCron } from "./cron.ts";
import { type Handler, SERVE_URL } from "./protocol.ts";

const limitOf = z.object({
  limit: z.number().int().positive(),
  key: z.string().optional(),
  scope: z.enum(["fn", "env", "account"]).default("fn"),
});
/** An option that is not given; any value is refused by its name. */
const unsupported = z.never("is not supported by the embedded executor").optional();

const functionForm = z.object({
  id: z.string(),
  triggers: z.array(
    z.union([
      z.strictObject({ event: z.string(), expression: z.string().optional() }),
      z.strictObject({ cron: z.string() }),
    ]),
  ),
  steps: z.object({
    step: z.object({ retries: z.object({ attempts: z.number().int() }).optional() }),
  }),
  concurrency: z
    .union([limitOf, z.number().int().positive(), z.array(limitOf)])
    .optional()
    .transform((given) => toLimits(given)),
  idempotency: z.string().optional(),
  priority: z.strictObject({ run: z.string() }).optional(),
  singleton: z
    .strictObject({ mode: z.enum(["skip", "cancel"]), key: z.string().optional() })
    .optional(),
  cancel: z.array(z.strictObject({ event: z.string(), if: z.string().optional() })).default([]),
  throttle: unsupported,
  debounce: unsupported,
  rateLimit: unsupported,
  batchEvents: unsupported,
  timeouts: unsupported,
});

type Limit = z.infer<typeof limitOf>;

/** A function as the executor sees it. */
export interface FunctionConfig
  extends Pick<
    z.infer<typeof functionForm>,
    "id" | "triggers" | "idempotency" | "singleton" | "cancel" | "concurrency"
  > {
  /** The first try and the retries of a step. */
  maxAttempts: number;
  /** Expression for the seconds a run goes before (or after) its time. */
  priority: string | undefined;
}

export type Registry = ReadonlyMap<string, FunctionConfig>;

const DEFAULT_RETRIES = 3;

/** Asks the functions' handler what it serves. Throws an Error that names a function with an option that is not supported. */
export async function readRegistry(handler: Handler): Promise<Registry> {
  const answer = await handler(
    new Request(SERVE_URL, {
      method: "PUT",
      headers: { host: "executor", "x-inngest-sync-kind": "in_band" },
      body: JSON.stringify({ url: SERVE_URL }),
    }),
  );
  const { functions } = z.object({ functions: z.array(z.unknown()) }).parse(await answer.json());
  return new Map(functions.map((given) => toConfig(given)).map((config) => [config.id, config]));
}

function toLimits(given: Limit | Limit[] | number | undefined): Limit[] {
  if (given === undefined) return [];
  if (typeof given === "number") return [{ limit: given, scope: "fn" }];
  return Array.isArray(given) ? given : [given];
}

function toConfig(given: unknown): FunctionConfig {
  const parsed = functionForm.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = (given as { id?: string }).id ?? "without an id";
    throw new Error(
      `The function ${name} cannot run here: ${issue?.path.join(".")} ${issue?.message}`,
    );
  }
  const { steps, priority, ...config } = parsed.data;
  const retries = steps.step.retries?.attempts ?? DEFAULT_RETRIES;
  const read = { ...config, priority: priority?.run, maxAttempts: retries + 1 };
  checkExpressions(read);
  return read;
}

/** Reads every expression and schedule once, so that a wrong one is told at the start. */
function checkExpressions(config: FunctionConfig): void {
  for (const trigger of config.triggers) {
    if ("cron" in trigger) parseCron(trigger.cron);
    else if (trigger.expression) parseExpression(trigger.expression);
  }
  const expressions = [
    config.idempotency,
    config.priority,
    config.singleton?.key,
    ...config.concurrency.map((limit) => limit.key),
    ...config.cancel.map((cancel) => cancel.if),
  ];
  for (const expression of expressions) if (expression) parseExpression(expression);
}
