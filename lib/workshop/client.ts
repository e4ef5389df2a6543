import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type {
  CartoonsRequest,
  DrawnCartoons,
  FigureVerdict,
  ReferencesRequest,
} from "../adapters/figures/port.ts";
import type { BroughtModel } from "../kernel/import/bring-mesh.ts";
import { AppError, unavailable } from "../shared/errors.ts";
import { cancelledWork } from "./lane.ts";
import type {
  LookRequest,
  MapRequest,
  Model,
  ModelFileRequest,
  ModelRequest,
  PartMaps,
  Picture,
  PicturesRequest,
  PictureTraits,
  PieceRequest,
  Subject,
  SubjectRequest,
  TraitsRequest,
  WorkshopAnswer,
} from "./protocol.ts";
import { fromPlainError, type WorkshopCall } from "./protocol.ts";
import type { Letter } from "./sheet/write-letter.ts";

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** How long the process may answer nobody before this call is given up; default 3 min. */
  timeoutMs?: number;
}

export interface DrawCallOptions extends CallOptions {
  onPicture?: ((picture: Picture, index: number) => Promise<void> | void) | undefined;
}

/** A process that answers nobody for so long is stuck; waiting in its queue behind others is not. */
const SILENCE_MS = 3 * 60_000;

type NewCall = WorkshopCall extends infer Call
  ? Call extends { id: number }
    ? Omit<Call, "id">
    : never
  : never;

interface Pending {
  onAnswer: (answer: WorkshopAnswer) => void;
  reject: (error: unknown) => void;
}

/**
 * The app's side of the workshop process: forks it when there is work, and again after it died.
 * Calls under way when it dies are rejected with a retryable `unavailable`.
 */
export class Workshop {
  #child: ChildProcess | null = null;
  #nextId = 1;
  #lastAnswerMs = 0;
  readonly #pending = new Map<number, Pending>();

  async buildModel(request: ModelRequest, options: CallOptions = {}): Promise<Model> {
    let model: Model | undefined;
    await this.#call({ type: "build", request }, options, (answer) => {
      if (answer.type === "model") model = answer.model;
    });
    if (!model) throw unavailable("The workshop gave no model. Try again.");
    return model;
  }

  async drawPictures(request: PicturesRequest, options: DrawCallOptions = {}): Promise<Picture[]> {
    const pictures: Picture[] = [];
    const told: (Promise<void> | void)[] = [];
    await this.#call({ type: "draw", request }, options, (answer) => {
      if (answer.type !== "picture") return;
      pictures[answer.index] = answer.picture;
      told.push(options.onPicture?.(answer.picture, answer.index));
    });
    await Promise.all(told);
    return pictures;
  }

  async findSubject(request: SubjectRequest, options: CallOptions = {}): Promise<Subject> {
    let subject: Subject | undefined;
    await this.#call({ type: "subject", request }, options, (answer) => {
      if (answer.type === "subject") subject = answer.subject;
    });
    if (!subject) throw unavailable("The workshop gave no mask. Try again.");
    return subject;
  }

  /** A PDF of a letter. */
  async writeLetter(letter: Letter, options: CallOptions = {}): Promise<Uint8Array> {
    let bytes: Uint8Array | undefined;
    await this.#call({ type: "letter", letter }, options, (answer) => {
      if (answer.type === "letter") bytes = answer.bytes;
    });
    if (!bytes) throw unavailable("The workshop wrote no sheet. Try again.");
    return bytes;
  }

  /** The look of a picture: a unit vector of LOOK_DIMENSIONS. */
  async describeLook(request: LookRequest, options: CallOptions = {}): Promise<Float32Array> {
    let look: Float32Array | undefined;
    await this.#call({ type: "look", request }, options, (answer) => {
      if (answer.type === "look") look = answer.look;
    });
    if (!look) throw unavailable("The workshop gave no look. Try again.");
    return look;
  }

  async mapParts(request: MapRequest, options: CallOptions = {}): Promise<PartMaps> {
    let maps: PartMaps | undefined;
    await this.#call({ type: "map", request }, options, (answer) => {
      if (answer.type === "maps") maps = answer.maps;
    });
    if (!maps) throw unavailable("The workshop gave no map. Try again.");
    return maps;
  }

  async readTraits(request: TraitsRequest, options: CallOptions = {}): Promise<PictureTraits> {
    let traits: PictureTraits | undefined;
    await this.#call({ type: "traits", request }, options, (answer) => {
      if (answer.type === "traits") traits = answer.traits;
    });
    if (!traits) throw unavailable("The workshop read nothing. Try again.");
    return traits;
  }

  async readModel(request: ModelFileRequest, options: CallOptions = {}): Promise<BroughtModel> {
    let brought: BroughtModel | undefined;
    await this.#call({ type: "read", request }, options, (answer) => {
      if (answer.type === "brought") brought = answer.brought;
    });
    if (!brought) throw unavailable("The workshop gave no model. Try again.");
    return brought;
  }

  async drawCartoons(request: CartoonsRequest, options: CallOptions = {}): Promise<DrawnCartoons> {
    let cartoons: DrawnCartoons | undefined;
    await this.#call({ type: "cartoons", request }, options, (answer) => {
      if (answer.type === "cartoons") cartoons = answer.cartoons;
    });
    if (!cartoons) throw unavailable("The workshop gave no cartoon. Try again.");
    return cartoons;
  }

  async drawReferences(
    request: ReferencesRequest,
    options: CallOptions = {},
  ): Promise<Uint8Array[]> {
    let pictures: Uint8Array[] = [];
    await this.#call({ type: "references", request }, options, (answer) => {
      if (answer.type === "references") pictures = answer.pictures;
    });
    return pictures;
  }

  /** What is wrong with the final mesh of a piece, and how it stands best. */
  async judge(request: PieceRequest, options: CallOptions = {}): Promise<FigureVerdict> {
    let verdict: FigureVerdict | undefined;
    await this.#call({ type: "judge", request }, options, (answer) => {
      if (answer.type === "verdict") verdict = answer.verdict;
    });
    if (!verdict) throw unavailable("The workshop gave no verdict. Try again.");
    return verdict;
  }

  /** Resolves when the process answers; forks it if it is not there. */
  async check(timeoutMs = 5_000): Promise<void> {
    await this.#call({ type: "check" }, { timeoutMs }, () => {});
  }

  /** The child's process id, while there is one. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async close(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  }

  async #call(
    call: NewCall,
    { signal, timeoutMs = SILENCE_MS }: CallOptions,
    onAnswer: (answer: WorkshopAnswer) => void,
  ): Promise<void> {
    if (signal?.aborted) throw cancelledWork();
    const child = this.#open();
    const id = this.#nextId++;
    const cancel = () => void child.send({ id, type: "cancel" } satisfies WorkshopCall);
    const stopWatching = this.#watch(child, id, timeoutMs);
    signal?.addEventListener("abort", cancel, { once: true });
    try {
      await new Promise<void>((resolve, reject) => {
        this.#pending.set(id, { reject, onAnswer: settleBy(resolve, reject, onAnswer) });
        child.send({ id, ...call } as WorkshopCall, (error) => error && reject(broken(error)));
      });
    } finally {
      stopWatching();
      signal?.removeEventListener("abort", cancel);
      this.#pending.delete(id);
    }
  }

  /** Gives a call up when the process has answered nobody for the given time. */
  #watch(child: ChildProcess, id: number, silenceMs: number): () => void {
    const startMs = Date.now();
    let timer: NodeJS.Timeout;
    const look = () => {
      const quietMs = Date.now() - Math.max(startMs, this.#lastAnswerMs);
      if (quietMs >= silenceMs) this.#giveUp(child, id);
      else timer = setTimeout(look, silenceMs - quietMs);
    };
    timer = setTimeout(look, silenceMs);
    return () => clearTimeout(timer);
  }

  #giveUp(child: ChildProcess, id: number): void {
    const message = "The workshop took too long. Try again.";
    this.#pending.get(id)?.reject(new AppError("timeout", message, { retryable: true }));
    child.kill("SIGKILL");
  }

  #open(): ChildProcess {
    if (this.#child) return this.#child;
    // The file runs as it is, outside any bundle; cwd is the project's root.
    const entry = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/workshop/process.ts");
    const child = fork(entry, [], { serialization: "advanced", execArgv: [] });
    child.on("message", (answer: WorkshopAnswer) => {
      this.#lastAnswerMs = Date.now();
      this.#pending.get(answer.id)?.onAnswer(answer);
    });
    child.on("error", () => this.#lost(child));
    child.on("exit", () => this.#lost(child));
    this.#child = child;
    return child;
  }

  #lost(child: ChildProcess): void {
    if (this.#child !== child) return;
    this.#child = null;
    for (const { reject } of this.#pending.values()) reject(broken());
  }
}

function settleBy(
  resolve: () => void,
  reject: (error: unknown) => void,
  onAnswer: (answer: WorkshopAnswer) => void,
): (answer: WorkshopAnswer) => void {
  return (answer) => {
    if (answer.type === "done") resolve();
    else if (answer.type === "failed") reject(fromPlainError(answer.error));
    else onAnswer(answer);
  };
}

const broken = (cause?: unknown) =>
  unavailable("The workshop broke down. Try again.", { cause, retryAfterSeconds: 1 });

const kept = globalThis as unknown as { maquetteWorkshop?: Workshop };

/** The process's one workshop. */
export function workshop(): Workshop {
  kept.maquetteWorkshop ??= new Workshop();
  return kept.maquetteWorkshop;
}
