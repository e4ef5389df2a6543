import { createHash } from "node:crypto";
import type { FalClient } from "@fal-ai/client";
import type { ProviderCall } from "#generated/prisma/client.ts";
import { type AppError, isAppError, unauthenticated } from "../../../shared/errors.ts";
import type { Blob as BlobStore } from "../../blob/port.ts";
import { offering } from "../offering.ts";
import type { MadePictures, PictureTask, PricedWork } from "../picture-tasks.ts";
import type {
  BuildOptions,
  DrawOptions,
  Engine,
  ForeignModel,
  Inference,
  Model,
  ModelRequest,
  Picture,
  PicturesRequest,
  PieceWanted,
  ProviderCallback,
  SourcePicture,
  WorkOwner,
} from "../port.ts";
import { type Calls, PROVIDER } from "./calls.ts";
import type { ChosenLoras, ChosenModels } from "./chosen-models.ts";
import { badResult, reasonOf } from "./errors.ts";
import { type Order, Orders } from "./orders.ts";
import { pictureCost } from "./picture-cost.ts";
import { judgeFalPictures, makeFalPictures } from "./pictures.ts";
import { type FetchedFile, fetchFile, readableModel } from "./results.ts";
import { type ShapeOrder, shapeCostMicroUsd, toShapeOrder } from "./shape-order.ts";
import type { WebhookGate } from "./webhook.ts";

export interface FalParts {
  fal: FalClient;
  calls: Calls;
  models: ChosenModels;
  loras: ChosenLoras;
  /** Orders at fal at once. */
  atOnce: number;
  blob: () => BlobStore;
  /** Makes what fal does not. */
  embedded: Inference;
  webhooks: WebhookGate;
  /** Where fal can reach us; null: it is asked instead. */
  callbackUrl: string | null;
}

/** A shape of a provider's, and when our copy of it is there. */
interface Made {
  made: ForeignModel;
  kept: Promise<void>;
}

/** Shapes of photos and words by fal; everything that a kind builds stays with the kernel. */
export class FalInference implements Inference {
  readonly engine: Engine;
  readonly provider = PROVIDER;
  readonly #parts: FalParts;
  readonly #orders: Orders;

  constructor(parts: FalParts) {
    this.#parts = parts;
    this.#orders = new Orders(parts);
    this.engine = parts.embedded.engine;
  }

  engineOf(wanted: PieceWanted): Engine {
    const shape = toShapeOrder(this.#parts, wanted);
    return shape ? falEngine(shape.model) : this.engine;
  }

  async orderModel(request: ModelRequest, { owner, signal }: BuildOptions): Promise<void> {
    const order = this.#order(request, owner);
    if (order) await offering(canBuildHere(request), () => this.#orders.place(order, signal));
  }

  async buildModel(request: ModelRequest, options: BuildOptions = {}): Promise<Model> {
    const order = this.#order(request, options.owner);
    if (!order) return this.#parts.embedded.buildModel(request, options);
    return offering(canBuildHere(request), async () => {
      const call = await this.#orders.finish(order, options.signal);
      const { made, kept } = await this.#madeBy(call, options.signal);
      const lineage = { ...request.lineage, ...orderedAs(order, call) };
      const building = this.#adopt(call, () =>
        this.#parts.embedded.buildModel({ ...request, made, lineage }, options),
      );
      // Also where the building fails: nothing is written any more when the work is over.
      await Promise.allSettled([building, kept]);
      const model = await building;
      await kept;
      const engine = falEngine(call.model);
      return { ...model, engine, providerRequestId: call.requestId! };
    });
  }

  async drawPictures(request: PicturesRequest, options: DrawOptions = {}): Promise<Picture[]> {
    const made = await this.#madeFor(request, options);
    const { embedded } = this.#parts;
    return embedded.drawPictures(made ? { ...request, made } : request, options);
  }

  offers(): boolean {
    return true;
  }

  async makePictures(task: PictureTask, options: BuildOptions = {}): Promise<MadePictures> {
    const { embedded } = this.#parts;
    if (options.here) return embedded.makePictures(task, options);
    return offering(embedded.offers(task.task), () =>
      makeFalPictures({ ...this.#parts, orders: this.#orders }, task, options),
    );
  }

  estimateMicroUsd(work: PricedWork): number {
    const { models } = this.#parts;
    if ("piece" in work) return shapeCostMicroUsd(models, work.piece, work.before);
    return pictureCost(models, work);
  }

  judgePictures(pictures: readonly SourcePicture[], options: BuildOptions = {}) {
    return judgeFalPictures({ ...this.#parts, orders: this.#orders }, pictures, options);
  }

  findSubject: Inference["findSubject"] = (...args) => this.#parts.embedded.findSubject(...args);
  mapParts: Inference["mapParts"] = (...args) => this.#parts.embedded.mapParts(...args);
  readTraits: Inference["readTraits"] = (...args) => this.#parts.embedded.readTraits(...args);
  readModel: Inference["readModel"] = (...args) => this.#parts.embedded.readModel(...args);

  async takeCallback({ now, ...call }: ProviderCallback): Promise<void> {
    const end = await this.#parts.webhooks.read(call, now.getTime());
    if (!end) throw unauthenticated("This is no call of the provider's.");
    await this.#orders.take(end);
  }

  cancelAbandoned(): Promise<number> {
    return this.#orders.cancelAbandoned();
  }

  async forgetDesign(designId: string): Promise<void> {
    const keys = await this.#parts.calls.forget(designId);
    await this.#parts.blob().delete(keys);
  }

  async check(): Promise<void> {
    await this.#parts.embedded.check();
  }

  async close(): Promise<void> {
    await this.#parts.embedded.close();
  }

  /** The shape for pictures. A draft waits for nothing: it shows the kernel's until fal's is there. */
  async #madeFor(request: PicturesRequest, { owner, signal }: DrawOptions) {
    const order = this.#order(request, owner);
    if (!order) return null;
    const isDraft = request.pictures.every(({ quality }) => quality === "draft");
    const call = isDraft
      ? await this.#parts.calls.findDone(order)
      : await offering(canBuildHere(request), () => this.#orders.finish(order, signal));
    if (!call) return null;
    const { made, kept } = await this.#madeBy(call, signal);
    await kept;
    return made;
  }

  #order(wanted: PieceWanted, owner: WorkOwner | undefined): (ShapeOrder & Order) | null {
    const shape = owner && !wanted.here ? toShapeOrder(this.#parts, wanted) : null;
    return shape && { ...shape, owner: owner! };
  }

  /** The shape fal made: our copy of it, which is written the first time while others go on with the shape. */
  async #madeBy(call: ProviderCall, signal?: AbortSignal): Promise<Made> {
    const { models } = this.#parts;
    const model = [models["image-to-3d"], models["text-to-3d"]].find(
      ({ endpoint }) => endpoint === call.model,
    );
    const up = model?.up && { up: model.up };
    if (call.resultKey) {
      const copy = await this.#copy(call.resultKey);
      return { made: { ...copy, ...up }, kept: Promise.resolve() };
    }
    const file = await this.#fetch(call, signal);
    return { made: { ...file, ...up }, kept: this.#keep(call, file) };
  }

  async #keep({ id }: ProviderCall, { filename, bytes }: FetchedFile): Promise<void> {
    const { blob, calls } = this.#parts;
    const ending = /\.(glb|obj|stl|3mf)$/i.exec(filename)?.[1]?.toLowerCase() ?? "glb";
    const key = `provider/${id}.${ending}`;
    await blob().put(key, bytes, { contentType: "application/octet-stream", personal: true });
    if (!(await calls.setResult(id, key))) await blob().delete([key]);
  }

  async #copy(key: string): Promise<FetchedFile> {
    const bytes = await this.#parts.blob().read(key);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { bytes, filename: key, sha256 };
  }

  async #fetch(call: ProviderCall, signal?: AbortSignal): Promise<FetchedFile> {
    const { models } = this.#parts;
    const model = call.capability === "text-to-3d" ? models["text-to-3d"] : models["image-to-3d"];
    return this.#spoiling(call, async () =>
      readableModel(await fetchFile(model.output(call.output).model, signal)),
    );
  }

  /** What cannot be adopted is no model: the order has failed, and another try orders anew. */
  #adopt(call: ProviderCall, build: () => Promise<Model>): Promise<Model> {
    return this.#spoiling(call, async () => {
      try {
        return await build();
      } catch (error) {
        if (!isAppError(error) || !UNREADABLE.has(error.code)) throw error;
        throw badResult(
          `The provider's model cannot be used. ${error.userMessage} Try again to have it made anew.`,
          error,
        );
      }
    });
  }

  /** An order whose result is of no use has failed, though it is paid. */
  async #spoiling<T>(call: ProviderCall, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === "result" || reason === "gone") {
        await this.#parts.calls.fail(call.id, error as AppError, false);
      }
      throw error;
    }
  }
}

const UNREADABLE = new Set(["invalid_input", "unsupported_type", "too_large", "rule_broken"]);
/** What the files say of an order. */
const orderedAs = ({ seed }: ShapeOrder, { model, requestId }: ProviderCall) => ({
  ...{ engine: `${PROVIDER} ${model}`, request: requestId! },
  ...(seed !== null && { shape_seed: String(seed) }),
});

const falEngine = (endpoint: string): Engine => ({ name: PROVIDER, version: endpoint });

/** The kernel needs a photo to inflate; of words alone it makes nothing. */
const canBuildHere = ({ spec }: PieceWanted): boolean => Boolean(spec.picture);
