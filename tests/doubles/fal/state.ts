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
  submittedMs: number;
  doneMs: number;
  isCancelled: boolean;
  /** Somebody has asked about it by its id. */
  isKnown: boolean;
  output: Record<string, unknown>;
  /** Questions after its state so far. */
  asked: number;
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

/** Orders, files and what was asked of the double. */
export class FalState {
  readonly key: string;
  workMs: number;
  /** Orders that were taken: each is paid. */
  submits = 0;
  readonly jobs = new Map<string, DoubleJob>();
  readonly files = new Map<string, StoredFile>();
  /** What was sent up, by file id. */
  readonly uploads = new Map<string, Uint8Array>();
  readonly cancelled: string[] = [];
  /** How the next orders go, in turn; then `always`. */
  readonly next: Behaviour[] = [];
  always: Behaviour = {};
  url = "";

  constructor({ key, workMs = 50 }: DoubleOptions) {
    this.key = key;
    this.workMs = workMs;
  }

  /** Forgets everything but its address and key. */
  reset(): void {
    this.submits = 0;
    this.always = {};
    this.next.length = 0;
    this.cancelled.length = 0;
    for (const map of [this.jobs, this.files, this.uploads]) map.clear();
  }

  takeBehaviour(): Behaviour {
    return this.next.shift() ?? this.always;
  }

  async submit(
    endpoint: string,
    input: Record<string, unknown>,
    webhookUrl: string | null,
    behaviour: Behaviour,
  ): Promise<DoubleJob> {
    this.submits += 1;
    const requestId = randomUUID();
    const submittedMs = Date.now();
    const doneMs = submittedMs + (behaviour.workMs ?? this.workMs);
    const made = await make(endpoint, input, behaviour);
    const output = made.output(made.files.map((file) => this.#store(file, behaviour)));
    const job: DoubleJob = {
      ...{ requestId, endpoint, input, behaviour, webhookUrl, submittedMs, doneMs, output },
      ...{ isCancelled: false, isKnown: false, asked: 0 },
    };
    this.jobs.set(requestId, job);
    return job;
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
