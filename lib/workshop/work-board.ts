import os from "node:os";
import type { CartoonsRequest, ReferencesRequest } from "../adapters/figures/port.ts";
import type { Part } from "../kernel/mesh.ts";
import { encodeCartoons, encodeRaster } from "./cartoons.ts";
import { createStudio, type Studio } from "./drawing/studio.ts";
import { drawTurntable } from "./drawing/turntable.ts";
import { encodePicture, encodePng, encodeSubject } from "./encode.ts";
import { cancelledWork, Lane } from "./lane.ts";
import { MeshBench } from "./mesh-bench.ts";
import { readModelFile } from "./model-file.ts";
import {
  type LookRequest,
  type MapRequest,
  type MeshCall,
  type ModelFileRequest,
  type ModelRequest,
  type PictureOrder,
  type PicturesRequest,
  type PieceRequest,
  type SubjectRequest,
  type TraitsRequest,
  toPlainError,
  type WorkshopAnswer,
  type WorkshopCall,
} from "./protocol.ts";
import { writeLetter } from "./sheet/write-letter.ts";

const WAITING_MESHES = 200;
const WAITING_PICTURES = 400;
const WAITING_FILES = 20;
/** What a person looks at goes before what follows it. */
const URGENT = 1;
const PATIENT = 0;

/** Drafts go before final pictures, and of each the view that a person sees first. */
function urgencyOf({ quality, view }: PictureOrder): number {
  return (quality === "draft" ? URGENT : PATIENT) + (view === "hero" ? 0.5 : 0);
}

/** The piece a request is about. */
function pieceRequest(
  { kind, spec, sources, made }: Pick<PieceRequest, "kind" | "spec" | "sources" | "made">,
  quality: PieceRequest["quality"],
): PieceRequest {
  return { kind, spec, quality, ...(sources && { sources }), ...(made && { made }) };
}

/** The picture that a piece's files carry. */
const SHOWN = { view: "hero", seed: 0, sizePx: 640, quality: "draft" } as const;

/** The sheet shows the piece; the 3MF carries that picture too where there is one, and is not worth drawing it alone. */
const needsPicture = ({ formats = [] }: ModelRequest) => formats.includes("pdf");

/** Takes calls, runs each in its lane (a mesh never waits behind a picture) and tells the answers. */
export class WorkBoard {
  readonly #tell: (answer: WorkshopAnswer) => void;
  readonly #meshes = new Lane(WAITING_MESHES);
  readonly #pictures = new Lane(WAITING_PICTURES);
  readonly #files = new Lane(WAITING_FILES);
  readonly #bench = new MeshBench();
  readonly #running = new Map<number, AbortController>();
  #studio: Studio | null = null;

  constructor(tell: (answer: WorkshopAnswer) => void) {
    this.#tell = tell;
  }

  take(call: WorkshopCall): void {
    if (call.type === "cancel") this.#running.get(call.id)?.abort();
    else void this.#work(call);
  }

  async #work(call: Exclude<WorkshopCall, { type: "cancel" }>): Promise<void> {
    const { id } = call;
    const abort = new AbortController();
    this.#running.set(id, abort);
    try {
      if (call.type === "build") await this.#build(id, call.request, abort.signal);
      if (call.type === "draw") await this.#draw(id, call.request, abort.signal);
      if (call.type === "subject") await this.#subject(id, call.request, abort.signal);
      if (call.type === "letter")
        this.#tell({ id, type: "letter", bytes: await writeLetter(call.letter) });
      if (call.type === "look") await this.#look(id, call.request, abort.signal);
      if (call.type === "read") await this.#read(id, call.request, abort.signal);
      if (call.type === "cartoons") await this.#cartoons(id, call.request, abort.signal);
      if (call.type === "references") await this.#references(id, call.request, abort.signal);
      if (call.type === "judge") await this.#judge(id, call.request, abort.signal);
      if (call.type === "map") await this.#map(id, call.request, abort.signal);
      if (call.type === "traits") await this.#traits(id, call.request, abort.signal);
      this.#tell({ id, type: "done" });
    } catch (error) {
      this.#tell({ id, type: "failed", error: toPlainError(error) });
    } finally {
      this.#running.delete(id);
    }
  }

  async #build(id: number, request: ModelRequest, signal: AbortSignal): Promise<void> {
    const urgency = request.quality === "preview" || request.urgent ? URGENT : PATIENT;
    const shown =
      request.shown ?? (needsPicture(request) ? await this.#show(request, signal) : null);
    const answer = await this.#mesh({ type: "build", request, shown }, urgency, signal);
    if (answer.type === "model") this.#tell({ id, type: "model", model: answer.model });
  }

  /** A PNG of the piece for its files, drawn of the very mesh that they hold. */
  async #show(request: ModelRequest, signal: AbortSignal): Promise<Uint8Array> {
    const piece = pieceRequest(request, request.quality);
    const built = await this.#mesh({ type: "parts", request: piece }, URGENT, signal);
    const parts = built.type === "parts" ? built.parts : [];
    const drawn = await this.#pictures.run(PATIENT, signal, () =>
      this.#studioOpen().draw(parts, SHOWN, { signal }),
    );
    return encodePng(drawn.rgba, drawn.width, drawn.height);
  }

  #studioOpen(): Studio {
    this.#studio ??= createStudio({ threads: os.availableParallelism() });
    return this.#studio;
  }

  async #subject(id: number, request: SubjectRequest, signal: AbortSignal): Promise<void> {
    const answer = await this.#mesh({ type: "subject", request }, PATIENT, signal);
    if (answer.type === "subject") {
      this.#tell({ id, type: "subject", subject: await encodeSubject(answer.subject) });
    }
  }

  async #look(id: number, request: LookRequest, signal: AbortSignal): Promise<void> {
    const urgency = request.urgent ? URGENT : PATIENT;
    const answer = await this.#mesh({ type: "look", request }, urgency, signal);
    if (answer.type === "look") this.#tell({ id, type: "look", look: answer.look });
  }

  /** Files of strangers have a lane and a thread of their own: whatever one does, only it waits. */
  async #read(id: number, request: ModelFileRequest, signal: AbortSignal): Promise<void> {
    const brought = await this.#files.run(URGENT, signal, () => readModelFile(request, signal));
    this.#tell({ id, type: "brought", brought });
  }

  async #cartoons(id: number, request: CartoonsRequest, signal: AbortSignal): Promise<void> {
    const answer = await this.#mesh({ type: "cartoons", request }, PATIENT, signal);
    if (answer.type === "cartoons")
      this.#tell({ id, type: "cartoons", cartoons: await encodeCartoons(answer.cartoons) });
  }

  async #references(id: number, request: ReferencesRequest, signal: AbortSignal): Promise<void> {
    const answer = await this.#mesh({ type: "references", request }, PATIENT, signal);
    if (answer.type !== "references") return;
    const pictures = await Promise.all(answer.pictures.map(encodeRaster));
    this.#tell({ id, type: "references", pictures });
  }

  async #judge(id: number, request: PieceRequest, signal: AbortSignal): Promise<void> {
    const answer = await this.#mesh({ type: "judge", request }, PATIENT, signal);
    if (answer.type === "verdict") this.#tell({ id, type: "verdict", verdict: answer.verdict });
  }

  async #map(id: number, request: MapRequest, signal: AbortSignal): Promise<void> {
    const { stands } = request;
    const call = { type: "map", request: pieceRequest(request, "preview"), stands } as const;
    const answer = await this.#mesh(call, PATIENT, signal);
    if (answer.type === "maps") this.#tell({ id, type: "maps", maps: answer.maps });
  }

  async #traits(id: number, request: TraitsRequest, signal: AbortSignal): Promise<void> {
    const answer = await this.#mesh({ type: "traits", request }, PATIENT, signal);
    if (answer.type === "traits") this.#tell({ id, type: "traits", traits: answer.traits });
  }

  async #draw(id: number, request: PicturesRequest, signal: AbortSignal): Promise<void> {
    await Promise.all(
      request.pictures.map(async (order, index) => {
        const picture = await this.#pictures.run(urgencyOf(order), signal, () =>
          this.#drawOne(request, order, signal),
        );
        this.#tell({ id, type: "picture", index, picture });
      }),
    );
  }

  async #drawOne(request: PicturesRequest, order: PictureOrder, signal: AbortSignal) {
    const parts = await this.#parts(request, order, signal);
    const studio = this.#studioOpen();
    const made = request.made && { madeElsewhere: true };
    const about = { kind: request.kind, spec: request.spec, ...request.lineage, ...made };
    if (order.view === "turntable") return drawTurntable(studio, parts, order, about, signal);
    const { rgba, width, height } = await studio.draw(
      parts,
      { ...order, view: order.view },
      { signal },
    );
    if (signal.aborted) throw cancelledWork();
    return encodePicture(rgba, width, height, order, about);
  }

  async #parts(
    request: PicturesRequest,
    order: PictureOrder,
    signal: AbortSignal,
  ): Promise<Part[]> {
    const quality = order.quality === "draft" ? "preview" : "final";
    const call = { type: "parts", request: pieceRequest(request, quality) } as const;
    const answer = await this.#mesh(call, URGENT, signal);
    return answer.type === "parts" ? answer.parts : [];
  }

  #mesh(call: MeshCall, urgency: number, signal: AbortSignal) {
    return this.#meshes.run(urgency, signal, () => this.#bench.call(call));
  }
}
