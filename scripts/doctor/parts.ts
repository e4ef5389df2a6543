import { stat, statfs } from "node:fs/promises";
import path from "node:path";
import { generateText } from "ai";
import { createTransport } from "nodemailer";
import { createBlob } from "../../lib/adapters/blob/index.ts";
import { toChatModelError } from "../../lib/adapters/chat-model/errors.ts";
import { createChatModel } from "../../lib/adapters/chat-model/index.ts";
import { usesInngestServer } from "../../lib/adapters/events/index.ts";
import { chosenLoras, chosenModels } from "../../lib/adapters/inference/fal/chosen-models.ts";
import type { Env } from "../../lib/env.ts";
import type { Examination, Finding } from "./finding.ts";

const MB = 1024 * 1024;

/** The state folder: there, private, with room. */
export const examineHome = ({ MAQUETTE_HOME, LEAST_FREE_DISK }: Env): Examination => ({
  part: "state folder",
  fix: "Set MAQUETTE_HOME to a folder this user may write; `npm run up` makes it.",
  async look() {
    const found = await stat(MAQUETTE_HOME).catch(() => null);
    if (!found) {
      return { state: "note", what: `${MAQUETTE_HOME} is not there yet: the first start makes it` };
    }
    const { bavail, bsize } = await statfs(MAQUETTE_HOME);
    const free = `${Math.round((bavail * bsize) / MB)} MB free`;
    if (bavail * bsize < LEAST_FREE_DISK) {
      return { state: "wrong", what: `only ${free}`, fix: "Make room: uploads are refused." };
    }
    if ((found.mode & 0o077) !== 0) {
      return {
        state: "wrong",
        what: `${MAQUETTE_HOME} can be read by others`,
        fix: `chmod 700 ${MAQUETTE_HOME}`,
      };
    }
    return `${MAQUETTE_HOME}, ${free}`;
  },
});

const LEAST_SECRET_LENGTH = 32;

/** The secret of sessions and links, and the site's address. */
export const examineSecrets = (env: Env): Examination => ({
  part: "secret",
  fix: "",
  async look() {
    const { NEXTAUTH_SECRET: secret, DATABASE_URL } = env;
    if (!secret && !DATABASE_URL) return "made and kept in the state folder";
    if (!secret) {
      const fix = "Set NEXTAUTH_SECRET, the same on every server: openssl rand -base64 32";
      return { state: "note", what: "made by each server for itself", fix };
    }
    if (secret.length >= LEAST_SECRET_LENGTH) return "given";
    return {
      state: "wrong",
      what: `NEXTAUTH_SECRET has ${secret.length} characters`,
      fix: "Give it 32 or more: openssl rand -base64 32",
    };
  },
});

/** The public address: mails, files and services that call back need it. */
export const examineAddress = ({ MAQUETTE_URL }: Env): Examination => ({
  part: "address",
  fix: "Set MAQUETTE_URL to the address people type, e.g. https://maquette.example.",
  async look() {
    if (!MAQUETTE_URL) return { state: "note", what: "on this machine alone (no MAQUETTE_URL)" };
    const { protocol, hostname, pathname } = new URL(MAQUETTE_URL);
    if (pathname !== "/") throw new Error(`MAQUETTE_URL has a path: ${pathname}`);
    const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
    if (protocol === "https:" || isHere) return MAQUETTE_URL;
    const fix = "Put a proxy with a certificate before it: docs/deploy.md.";
    return { state: "note", what: `${MAQUETTE_URL} is not encrypted`, fix };
  },
});

const PROBE = "health/doctor.txt";

/** The file store: writes, reads and removes a file. */
export const examineFiles = (env: Env): Examination => ({
  part: "files",
  fix: "Look at S3_* or BLOB_READ_WRITE_TOKEN: address, bucket, key, and that the store is private.",
  async look() {
    const blob = createBlob({ ...env, NEXTAUTH_SECRET: env.NEXTAUTH_SECRET ?? "doctor" });
    if (blob.name === "folder") return `folder ${path.join(env.MAQUETTE_HOME, "blobs")}`;
    const content = new TextEncoder().encode("reached");
    await blob.put(PROBE, content, { contentType: "text/plain" });
    await blob.read(PROBE);
    await blob.delete([PROBE]);
    if (env.PERSONAL_FILES_KEY) return `${blob.name}: written, read and deleted`;
    return {
      state: "note",
      what: `${blob.name}: written, read and deleted; personal photos are sealed with a key of this machine`,
      fix: "Set PERSONAL_FILES_KEY, the same on every server: openssl rand -base64 32",
    };
  },
});

/** The chat model: one short answer. */
export const examineChatModel = (env: Env): Examination => ({
  part: "chat model",
  fix: "Look at CHAT_BASE_URL, CHAT_MODEL and CHAT_API_KEY, or the key of Gemini or fal.",
  async look() {
    const lost = [env.CHAT_BASE_URL, env.CHAT_MODEL].filter(Boolean).length === 1;
    const { name, model } = createChatModel(env);
    if (name === "embedded") {
      if (!lost) return "embedded designer";
      const fix = "CHAT_BASE_URL and CHAT_MODEL count only together.";
      return { state: "note", what: "embedded designer", fix };
    }
    await generateText({ model, prompt: "Say: ready", maxOutputTokens: 20, maxRetries: 0 }).catch(
      (error: unknown) => {
        throw toChatModelError(error);
      },
    );
    return `${name} answers`;
  },
});

/** Who runs durable work. */
export const examineQueue = (env: Env): Examination => ({
  part: "durable work",
  fix: "Look at INNGEST_BASE_URL: a self-hosted server answers there on /health.",
  async look(): Promise<Omit<Finding, "part"> | string> {
    const { INNGEST_EVENT_KEY, INNGEST_BASE_URL, MAQUETTE_URL } = env;
    if (!usesInngestServer(env)) {
      if (!INNGEST_EVENT_KEY && !INNGEST_BASE_URL) return "embedded executor";
      const fix = "Set INNGEST_SIGNING_KEY too: without it the embedded executor does the work.";
      return { state: "wrong", what: "INNGEST_* is half set", fix };
    }
    if (!INNGEST_EVENT_KEY) {
      return { state: "wrong", what: "no INNGEST_EVENT_KEY", fix: "Set INNGEST_EVENT_KEY too." };
    }
    if (!INNGEST_BASE_URL) {
      if (MAQUETTE_URL) return "Inngest Cloud, which calls this site by MAQUETTE_URL";
      const fix = "Set MAQUETTE_URL: Inngest Cloud has to reach /api/inngest of it.";
      return { state: "wrong", what: "Inngest Cloud cannot call this site", fix };
    }
    const answer = await fetch(new URL("/health", INNGEST_BASE_URL));
    if (!answer.ok) throw new Error(`${INNGEST_BASE_URL} answered ${answer.status}`);
    return `Inngest server at ${INNGEST_BASE_URL}`;
  },
});

/** The mail server: signs in, sends nothing. */
export const examineMail = ({ SMTP_URL }: Env): Examination => ({
  part: "mail",
  fix: "Look at SMTP_URL: smtps://user:password@host:465 or smtp://host:587.",
  async look() {
    if (!SMTP_URL) return { state: "note", what: "kept on the page /outbox (no SMTP_URL)" };
    await createTransport({ url: SMTP_URL, connectionTimeout: 10_000 }).verify();
    return `${new URL(SMTP_URL).host} takes mail`;
  },
});

const FAL_QUEUE = "https://queue.fal.run";
/** An order that does not exist: a good key is answered 404, a wrong one 401. */
const NO_ORDER = "/fal-ai/flux/requests/00000000-0000-4000-8000-000000000000/status";

/** fal's key, without ordering anything. */
export const examineFal = ({ FAL_KEY, FAL_BASE_URL, FAL_MODELS, FAL_LORAS }: Env): Examination => ({
  part: "pictures and 3D",
  fix: "Make a key on fal.ai's dashboard and set FAL_KEY; docs/providers.md has FAL_MODELS and FAL_LORAS.",
  async look() {
    if (!FAL_KEY) return "made on this machine";
    // Both throw with the names that there are.
    chosenModels(FAL_MODELS);
    chosenLoras(FAL_LORAS);
    const host = FAL_BASE_URL ? `${FAL_BASE_URL}/queue` : FAL_QUEUE;
    const answer = await fetch(host + NO_ORDER, { headers: { authorization: `Key ${FAL_KEY}` } });
    await answer.body?.cancel();
    if ([401, 403].includes(answer.status))
      throw new Error(`fal refuses FAL_KEY (${answer.status})`);
    if (answer.status >= 500) throw new Error(`fal answered ${answer.status}`);
    return "fal takes the key";
  },
});
