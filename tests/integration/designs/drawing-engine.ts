import { createHash } from "node:crypto";
import sharp from "sharp";
import type {
  Inference,
  Model,
  ModelFileBytes,
  ModelFileRequest,
  ModelFormat,
  Picture,
  PictureOrder,
  Subject,
} from "#lib/adapters/inference/port.ts";
import type { Finding } from "#lib/kernel/finding.ts";
import { type BroughtModel, bringMesh } from "#lib/kernel/import/bring-mesh.ts";
import type { Printability } from "#lib/kernel/print/printability.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { type RingSpec, ringSchema } from "#lib/kinds/ring/schema.ts";
import { massByAlloy, massG } from "#lib/shared/alloys.ts";
import { AppError } from "#lib/shared/errors.ts";
import { workshop } from "#lib/workshop/client.ts";

/** Above this a stone meets no seat here. */
const WIDEST_STONE_MM = 12;
/** Below this a band is warned about. */
const THIN_BAND_MM = 1.4;

/** A verdict for one way of making. */
const WELL_PRINTED: Printability = {
  ...{ process: "sla", status: "healthy", issueCount: 0, isWatertight: true },
  ...{ nonManifoldEdges: 0, holes: 0, degenerateFaces: 0, volumeMm3: 100, thinWalls: 0 },
  findings: [],
};

/** An engine that stands in for a rented one: numbers by formula at once, one-colour pictures, and a count of its work. */
export class DrawingEngine implements Inference {
  readonly engine = { name: "drawing-board", version: "1" };
  readonly provider = null;
  readonly drawn: PictureOrder[] = [];
  built = 0;
  /** Throws this once at the next call. */
  breakOnce: AppError | null = null;

  engineOf() {
    return this.engine;
  }

  async orderModel(): Promise<void> {}
  async forgetDesign(): Promise<void> {}
  async takeCallback(): Promise<void> {}
  cancelAbandoned = async () => 0;
  offers = () => false;
  estimateMicroUsd = () => 0;
  judgePictures = async () => null;
  async makePictures(): Promise<never> {
    throw new AppError("unavailable", "A drawing board makes no pictures of words.");
  }

  async buildModel(request: Parameters<Inference["buildModel"]>[0]): Promise<Model> {
    this.#mayBreak();
    this.built += 1;
    // A piece of another kind is told by the numbers of a plain ring.
    const spec: RingSpec = { ...ringSchema.parse({}), ...request.spec };
    if (spec.stoneWidthMm > WIDEST_STONE_MM) {
      throw new AppError("rule_broken", "The stone is wider than its seat; 12 mm is the most.", {
        details: { field: "stoneWidthMm", nearest: WIDEST_STONE_MM },
      });
    }
    const around = Math.PI * (spec.innerDiameterMm + spec.bandThicknessMm);
    // As with any engine, the final mesh is a little finer than the preview.
    const detail = request.quality === "final" ? 1.01 : 1;
    const volumeMm3 = around * spec.bandWidthMm * spec.bandThicknessMm * detail;
    const mass = massG(volumeMm3, spec.alloy);
    return {
      words: getKind(request.kind).words(request.spec),
      measures: {
        boxMm: [20, spec.bandWidthMm, 24],
        volumeMm3,
        areaMm2: around * 2,
        watertight: true,
        pieces: 1,
        genus: 1,
        thinnestWallMm: request.quality === "final" ? spec.bandThicknessMm : null,
        thinnestWallAt: null,
        massG: mass,
        madeOf: [{ material: spec.alloy, volumeMm3, clothMm2: 0, massG: mass }],
        massByAlloy: massByAlloy(volumeMm3),
        stones: [],
        totalCarats: 0,
        triangles: 12,
      },
      findings: [bandFinding(spec.bandThicknessMm)],
      price: {
        currency: "EUR",
        totalMinor: Math.round(mass * 6000),
        lines: [
          { id: "metal", label: "Metal", basis: "g × rate", amountMinor: Math.round(mass * 6000) },
        ],
        ratesAsOf: "2026-11-01",
      },
      meshHash: createHash("sha256").update(JSON.stringify(spec)).digest("hex"),
      files: (request.comparedWith ? ["glb" as const] : (request.formats ?? [])).map((format) =>
        toFile(format, spec),
      ),
      ...(request.comparedWith && { difference: { addedMm3: 1, removedMm3: 2 } }),
      ...(request.judged && { verdict: { processes: [WELL_PRINTED], standing: null } }),
    };
  }

  async drawPictures(
    { pictures }: Parameters<Inference["drawPictures"]>[0],
    { onPicture }: Parameters<Inference["drawPictures"]>[1] = {},
  ): Promise<Picture[]> {
    this.#mayBreak();
    const drawn: Picture[] = [];
    for (const [index, order] of pictures.entries()) {
      this.drawn.push(order);
      const picture = await draw(order);
      drawn.push(picture);
      await onPicture?.(picture, index);
    }
    return drawn;
  }

  async findSubject(): Promise<Subject> {
    this.#mayBreak();
    const create = { width: 16, height: 16, channels: 3 as const, background: "white" };
    const png = new Uint8Array(await sharp({ create }).png().toBuffer());
    return { png, width: 16, height: 16, confidence: 0.9, doubts: [] };
  }

  mapParts: Inference["mapParts"] = (...given) => workshop().mapParts(...given);
  readTraits: Inference["readTraits"] = (...given) => workshop().readTraits(...given);

  async readModel({ bytes, filename }: ModelFileRequest): Promise<BroughtModel> {
    this.#mayBreak();
    return bringMesh(await loadSolidKernel(), bytes, filename);
  }

  async check(): Promise<void> {}
  async close(): Promise<void> {}

  #mayBreak(): void {
    const error = this.breakOnce;
    this.breakOnce = null;
    if (error) throw error;
  }
}

function bandFinding(value: number): Finding {
  const status = value < THIN_BAND_MM ? "warn" : "pass";
  const message =
    status === "warn" ? "The band wears through quickly." : "The band is thick enough.";
  return {
    rule: "band-thickness",
    process: "cast-metal",
    status,
    value,
    limit: THIN_BAND_MM,
    unit: "mm",
    at: null,
    message,
  };
}

const PURPOSES: Record<ModelFormat, ModelFileBytes["purpose"]> = {
  "3mf": "cast",
  stl: "print",
  glb: "view",
  usdz: "view",
  obj: "view",
  svg: "document",
  pdf: "document",
};

function toFile(format: ModelFormat, spec: RingSpec): ModelFileBytes {
  const bytes = new TextEncoder().encode(`${format} ${JSON.stringify(spec)}`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const purpose = PURPOSES[format];
  return { format, purpose, filename: `ring.${format}`, bytes, sha256 };
}

async function draw(order: PictureOrder): Promise<Picture> {
  const background = order.quality === "draft" ? "#888888" : "#eeddcc";
  const create = { width: 16, height: 16, channels: 3 as const, background };
  const bytes = await sharp({ create }).webp().toBuffer();
  return { ...order, width: 16, height: 16, mediaType: "image/webp", bytes };
}
