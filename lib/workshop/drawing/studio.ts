import { createHash } from "node:crypto";
import type { Part } from "../../kernel/mesh.ts";
import type { View } from "../../kernel/render/camera.ts";
import { smoothFloor } from "../../kernel/render/floor-shade.ts";
import type { Geometry } from "../../kernel/render/geometry.ts";
import type { Lights } from "../../kernel/render/light-presets.ts";
import type { Lighting } from "../../kernel/render/lighting.ts";
import { sharedFloats } from "../../kernel/render/shared-arrays.ts";
import {
  type Background,
  type PictureSpec,
  type Shot,
  setUpShot,
} from "../../kernel/render/shot.ts";
import { stopped, unavailable } from "../../shared/errors.ts";
import { DrawingThread } from "./drawing-thread.ts";
import type { DrawingTask } from "./task.ts";

/** A picture to draw. Seed 0 is the standard stand of camera and light; others vary both a little. */
export interface DrawOrder {
  view: View;
  seed: number;
  /** Width, px; also the height where `heightPx` is not given. */
  sizePx: number;
  heightPx?: number;
  quality: "draft" | "final";
  /** `light` where not given. */
  background?: Background;
  /** `studio` where not given. */
  lights?: Lights;
  /** Turn of the piece; all pictures with one are framed alike. */
  turnDeg?: number;
}

/** 8-bit sRGB with straight alpha, width × height. */
export interface DrawnPicture {
  rgba: Uint8ClampedArray;
  width: number;
  height: number;
}

/** Pieces whose rays are kept ready: a piece is drawn from several sides, as a draft and again. */
const KEPT_GEOMETRIES = 6;
const STOPPED = 1 << 30;

/** Draws pieces on several threads. Node only. */
export interface Studio {
  /** Throws `cancelled` when the signal aborts, `unavailable` (retryable) when a thread dies. */
  draw(
    parts: readonly Part[],
    order: DrawOrder,
    options?: { signal?: AbortSignal },
  ): Promise<DrawnPicture>;
  close(): Promise<void>;
}

/** A studio of `threads` drawing threads; they start at once and stay warm. */
export function createStudio({ threads }: { threads: number }): Studio {
  return new ThreadedStudio(Math.max(1, threads));
}

class ThreadedStudio implements Studio {
  #threads: DrawingThread[];
  readonly #lightings = new Map<Lights, Promise<Lighting>>();
  readonly #geometries = new Map<string, Promise<Geometry>>();

  constructor(count: number) {
    this.#threads = Array.from({ length: count }, () => new DrawingThread());
  }

  async draw(
    parts: readonly Part[],
    order: DrawOrder,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<DrawnPicture> {
    this.#replaceEnded();
    try {
      const lighting = this.#light(order.lights ?? "studio");
      const shot = setUpShot(await this.#prepare(parts), await lighting, toSpec(order));
      return await this.#expose(shot, signal);
    } catch (cause) {
      if (signal?.aborted) throw stopped(cause);
      throw unavailable("The picture could not be drawn. Try again.", { cause });
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #replaceEnded(): void {
    this.#threads = this.#threads.map((thread) => (thread.hasEnded ? new DrawingThread() : thread));
  }

  /** The lights are set up by the last thread, while the first takes the piece in. */
  #light(lights: Lights): Promise<Lighting> {
    const lighting =
      this.#lightings.get(lights) ?? this.#threads.at(-1)!.run({ type: "lighting", lights });
    this.#lightings.set(lights, lighting);
    lighting.catch(() => this.#lightings.delete(lights));
    return lighting;
  }

  #prepare(parts: readonly Part[]): Promise<Geometry> {
    const key = contentKey(parts);
    const geometry =
      this.#geometries.get(key) ?? this.#threads[0]!.run({ type: "geometry", parts });
    this.#geometries.delete(key);
    this.#geometries.set(key, geometry);
    geometry.catch(() => this.#geometries.delete(key));
    if (this.#geometries.size > KEPT_GEOMETRIES)
      this.#geometries.delete(this.#geometries.keys().next().value!);
    return geometry;
  }

  async #expose(shot: Shot, signal: AbortSignal | undefined): Promise<DrawnPicture> {
    const { widthPx, heightPx } = shot;
    const pixels = sharedFloats(widthPx * heightPx * 4);
    await this.#all(signal, (next) => ({ type: "floor", shot, next }));
    smoothFloor(shot.floorShade);
    await this.#all(signal, (next) => ({ type: "tiles", shot, pixels, next }));
    const task = { type: "develop", pixels, widthPx, heightPx } as const;
    const bytes = await this.#threads[0]!.run(task);
    const rgba = new Uint8ClampedArray(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { rgba, width: widthPx, height: heightPx };
  }

  /** Shares the rows or tiles of a task among all threads; rejects when the signal aborts. */
  async #all(
    signal: AbortSignal | undefined,
    toTask: (next: Int32Array) => DrawingTask,
  ): Promise<void> {
    signal?.throwIfAborted();
    const next = new Int32Array(new SharedArrayBuffer(4));
    const stop = () => Atomics.store(next, 0, STOPPED);
    signal?.addEventListener("abort", stop, { once: true });
    try {
      await Promise.all(this.#threads.map((thread) => thread.run(toTask(next))));
    } finally {
      signal?.removeEventListener("abort", stop);
    }
    signal?.throwIfAborted();
  }
}

function toSpec(order: DrawOrder): PictureSpec {
  const { view, seed, quality, sizePx, heightPx = sizePx, turnDeg } = order;
  const { background = "light", lights = "studio" } = order;
  const stand = { view, seed, ...(turnDeg !== undefined && { turnDeg }) };
  return { ...stand, quality, background, lights, widthPx: sizePx, heightPx };
}

/** Equal for pieces that look the same. */
function contentKey(parts: readonly Part[]): string {
  const hash = createHash("sha1");
  for (const { material, finish, role, colour, texture, mesh } of parts) {
    hash.update(`${role}/${material}/${finish ?? ""}/${colour ?? ""}/${mesh.indices.length}`);
    for (const values of [mesh.positions, mesh.uvs, mesh.colors, texture?.rgb])
      if (values) hash.update(values);
  }
  return hash.digest("hex");
}
