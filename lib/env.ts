import { z } from "zod";

/** A variable given as an empty string counts as not given. */
const text = z
  .string()
  .transform((value) => (value === "" ? undefined : value))
  .optional();
const flag = z
  .enum(["0", "1", "true", "false", ""])
  .transform((value) => value === "1" || value === "true")
  .optional();
const count = (fallback: number) => z.coerce.number().int().min(0).default(fallback);

const environment = z.object({
  NODE_ENV: z
    .enum(["development", "production", "test"])
    .default("development")
    .describe("Set by the start script and the tests."),
  HOST: z.string().default("127.0.0.1").describe("Address the app listens on."),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(3000)
    .describe("Port the app listens on."),
  MAQUETTE_HOME: z
    .string()
    .default(".maquette")
    .describe("State folder: database, files, secrets."),
  MAQUETTE_URL: text.describe("Public address, for links in mails and files."),
  NEXTAUTH_SECRET: text.describe(
    "Signs sessions and file links; made on first start when embedded.",
  ),
  DATABASE_URL: text.describe("Any Postgres 15+ with pgvector; unset: the embedded one."),
  INNGEST_EVENT_KEY: text.describe("Key for sending events to an Inngest server."),
  INNGEST_SIGNING_KEY: text.describe("Key with which an Inngest server signs its calls."),
  INNGEST_BASE_URL: text.describe("Address of a self-hosted Inngest server."),
  EXECUTOR: flag
    .default(true)
    .describe(
      "0: this server answers people and leaves durable work to another on the same database.",
    ),
  FAL_KEY: text.describe("fal: models of photos and words, and chat models."),
  FAL_BASE_URL: text.describe("A gateway or double in place of fal's hosts."),
  FAL_MODELS: text.describe(
    "Which of fal's models do what, as `image-to-3d=trellis-2,edit=kontext`; unset: the first of each.",
  ),
  FAL_LORAS: text.describe(
    "Weights for styles, as `plush=owner/name@0.8,marble=https://…`; for models that take any, such as `stylise=flux-lora`.",
  ),
  FAL_CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(10)
    .describe("Orders at fal at once; the others wait here."),
  CHAT_MODEL: text.describe("Model id at CHAT_BASE_URL."),
  CHAT_BASE_URL: text.describe("Any OpenAI-compatible endpoint."),
  CHAT_API_KEY: text.describe("Key of that endpoint."),
  GOOGLE_GENERATIVE_AI_API_KEY: text.describe("Gemini as the chat model."),
  CONTACT_MASTER_KEY: text.describe(
    "Seals ateliers' contacts, base64 of 32 bytes; unset: made on first start and kept in the state folder.",
  ),
  CONTACT_MASTER_KEY_BEFORE: text.describe(
    "The key before, while `npm run rotate-master-key` seals anew.",
  ),
  S3_BUCKET: text.describe("Files go to this bucket of an S3-compatible store; unset: see below."),
  S3_ENDPOINT: text.describe("Address of that store; unset: Amazon's own, in S3_REGION."),
  S3_REGION: z.string().default("us-east-1").describe("Region of the bucket."),
  S3_ACCESS_KEY_ID: text.describe("Key of that store."),
  S3_SECRET_ACCESS_KEY: text.describe("Its secret."),
  BLOB_READ_WRITE_TOKEN: text.describe(
    "Files go to this private Vercel Blob store, where no bucket is set; unset: a folder of MAQUETTE_HOME.",
  ),
  VERCEL_BLOB_API_URL: text.describe("A double in place of Vercel Blob's addresses."),
  PERSONAL_FILES_KEY: text.describe(
    "Encrypts personal photos: 32 bytes in base64, the same on every server; unset: made in MAQUETTE_HOME.",
  ),
  PINECONE_API_KEY: text.describe("Product vectors in Pinecone; unset: pgvector in the database."),
  PINECONE_INDEX_HOST: text.describe("Address of the index, which has the embedder's dimensions."),
  EMBEDDER: z
    .string()
    .default("look")
    .describe(
      "What compares pictures: `look` (computed here), `clip:FOLDER` or `clip:ID` (a model run here), or an endpoint's address.",
    ),
  EMBEDDER_MODEL: text.describe("Model id at that endpoint."),
  EMBEDDER_DIMENSIONS: count(512).describe("Numbers in its vectors."),
  EMBEDDER_API_KEY: text.describe("Key of that endpoint."),
  FACE_MODEL_URL: text.describe(
    "An InsightFace-REST service that finds faces and compares them; unset: places are marked by hand, likeness is not measured.",
  ),
  FACE_MODEL_KEY: text.describe("Bearer token of a gateway before that service."),
  SMTP_URL: text.describe("Mail server; unset: the outbox page."),
  STRIPE_SECRET_KEY: text.describe(
    "Payments by Stripe Checkout, with the next; unset: customers pay the atelier directly.",
  ),
  STRIPE_WEBHOOK_SECRET: text.describe("Signs Stripe's calls to /api/v1/payments/webhook."),
  STRIPE_BASE_URL: text.describe("A double in place of Stripe's host."),
  CORS_ORIGINS: text.describe("Other origins that may call the API, comma separated."),
  TRUST_PROXY: flag.describe("Take the client's address from X-Forwarded-For."),
  MAX_FILE_SIZE: count(10 * 1024 * 1024).describe("Largest uploaded file, bytes."),
  PRIVATE_PICTURE_HOSTS: z
    .string()
    .default("")
    .transform((value) =>
      value
        .split(",")
        .map((host) => host.trim())
        .filter(Boolean),
    )
    .describe(
      "Hosts (`host` or `host:port`, comma separated) off the public web that pictures of products may be fetched from.",
    ),
  LEAST_FREE_DISK: count(200 * 1024 * 1024).describe(
    "Bytes that stay free: uploads are refused before they would take them.",
  ),
  UPLOAD_RETENTION_DAYS: count(7).describe("Days after which a batch's photos are removed."),
  FACE_RETENTION_HOURS: count(24).describe(
    "Hours after a figurine is approved until its face photos are removed.",
  ),
  RESULT_RETENTION_DAYS: count(30).describe("Days after which a batch's models are removed."),
  OTEL_EXPORTER_OTLP_ENDPOINT: text.describe(
    "Where OpenTelemetry traces go; unset: none are made.",
  ),
  SENTRY_DSN: text.describe("Where error reports go; unset: the log alone."),
  METRICS_ENABLED: flag.default(true).describe("Answer /api/metrics."),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"])
    .default("info")
    .describe("Log level."),
});

export type Env = z.infer<typeof environment>;

/** Parses variables; throws an Error that names each wrong variable and what it takes. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const parsed = environment.safeParse(variables);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Environment variables are wrong:\n${lines.join("\n")}`);
}

/** Every variable with its description, for the table in the docs. */
export const environmentShape = environment.shape;

let parsed: Env | undefined;

/** The environment, read once, the first time it is asked for. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
