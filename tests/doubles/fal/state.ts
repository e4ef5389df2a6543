import { randomUUID } from "node:crypto";
import type { Behaviour } from "./behaviour.ts";
import type { DoubleFile } from "./model-file.ts";
import { make } from "./outputs.ts";

/** An order as the double has it. */
export interface DoubleJob {
  requestId: string;
  endpoint: string;
  input: Record<string, unknown>;
  behaviour: Behaviour;
  webhookUrl: string | null;
  /** How long the result's files are to be kept, as the submit's header says it. */
  lifecycle: string | null;
  submittedMs: number;
  doneMs: number;
  isCancelled: boolean;
  /** Somebody has asked about it by its id. */
  isKnown: boolean;
  output: Record<string, unknown>;
  /** Questions after its state so far. */
  asked: number;
  /** Answers with the result that will break off. */
  cutsLeft: number;
}

export interface StoredFile extends DoubleFile {
  cutsLeft: number;
  isDead: boolean;
}

export interface DoubleOptions {
  /** The key that is accepted. */
  key: string;
  /** How long every order takes, ms. */
  workMs?: number;
}

/** A look at pictures is quick, whatever other work takes. */
const LOOK_MS = 50;
const IS_LOOK = /nsfw/;

/** Orders, files and what was asked of the double. */
export class FalState {
  readonly key: string;
  workMs: number;
  /** Orders that were taken, each of them paid; looks at pictures are counted apart. */
  submits = 0;
  looks = 0;
  readonly jobs = new Map<string, DoubleJob>();
  readonly files = new Map<string, StoredFile>();
  /** What was sent up, by file id. */
  readonly uploads = new Map<string, Uint8Array>();
  readonly cancelled: string[] = [];
  /** How the next orders go, in turn; then `always`. */
  readonly next: Behaviour[] = [];
  always: Behaviour = {};
  /** How looks at pictures go. */
  look: Behaviour = {};
  url = "";

  constructor({ key, workMs = 50 }: DoubleOptions) {
    this.key = key;
    this.workMs = workMs;
  }

  /** Forgets everything but its address and key. */
  reset(): void {
    this.submits = 0;
    this.looks = 0;
    this.always = {};
    this.look = {};
    this.next.length = 0;
    this.cancelled.length = 0;
    for (const map of [this.jobs, this.files, this.uploads]) map.clear();
  }

  takeBehaviour(endpoint: string): Behaviour {
    if (IS_LOOK.test(endpoint)) return this.look;
    return this.next.shift() ?? this.always;
  }

  async submit(
    endpoint: string,
    input: Record<string, unknown>,
    { webhookUrl, lifecycle }: Pick<DoubleJob, "webhookUrl" | "lifecycle">,
    behaviour: Behaviour,
  ): Promise<DoubleJob> {
    const isLook = IS_LOOK.test(endpoint);
    if (isLook) this.looks += 1;
    else this.submits += 1;
    const requestId = randomUUID();
    const submittedMs = Date.now();
    const workMs = behaviour.workMs ?? (isLook ? Math.min(LOOK_MS, this.workMs) : this.workMs);
    const doneMs = submittedMs + workMs;
    const made = await make(endpoint, input, behaviour, (url) => this.#uploaded(url));
    const output = made.output(made.files.map((file) => this.#store(file, behaviour)));
    const job: DoubleJob = {
      ...{
        requestId,
        endpoint,
        input,
        behaviour,
        webhookUrl,
        lifecycle,
        submittedMs,
        doneMs,
        output,
      },
      ...{ isCancelled: false, isKnown: false, asked: 0, cutsLeft: behaviour.cutResults ?? 0 },
    };
    this.jobs.set(requestId, job);
    return job;
  }

  #uploaded(url: unknown): Uint8Array | undefined {
    return this.uploads.get(String(url).replace(`${this.url}/files/`, ""));
  }

  #store(file: DoubleFile, { isDead = false, cutDownloads = 0 }: Behaviour): string {
    const id = `${randomUUID()}-${file.name}`;
    this.files.set(id, { ...file, isDead, cutsLeft: cutDownloads });
    return `${this.url}/files/${id}`;
  }
}

/** What the double says of an order now. */
export function statusOf(job: DoubleJob): "IN_QUEUE" | "IN_PROGRESS" | "COMPLETED" {
  const now = Date.now();
  if (now >= job.doneMs) return "COMPLETED";
  return now - job.submittedMs < 5 ? "IN_QUEUE" : "IN_PROGRESS";
}
