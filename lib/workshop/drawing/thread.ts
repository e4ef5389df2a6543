/** A drawing thread: does one task after the other. */
import { parentPort } from "node:worker_threads";
import { develop } from "../../kernel/render/develop.ts";
import { shadeFloorRow } from "../../kernel/render/floor-shade.ts";
import { prepareGeometry } from "../../kernel/render/geometry.ts";
import { bakeLighting } from "../../kernel/render/lighting.ts";
import { FLOOR_SIDE } from "../../kernel/render/shot.ts";
import { TilePainter, tileCount } from "../../kernel/render/tile.ts";
import type { DrawingAnswer, DrawingResults, DrawingTask } from "./task.ts";

function perform(task: DrawingTask): DrawingResults[keyof DrawingResults] {
  switch (task.type) {
    case "lighting":
      return bakeLighting(task.lights);
    case "geometry":
      return prepareGeometry(task.parts);
    case "floor":
      eachUntil(FLOOR_SIDE, task.next, (row) => shadeFloorRow(task.shot, row));
      return null;
    case "tiles": {
      const painter = new TilePainter(task.shot);
      eachUntil(tileCount(task.shot), task.next, (tile) => painter.paint(tile, task.pixels));
      return null;
    }
    case "develop":
      return develop(task.pixels, task.widthPx, task.heightPx);
  }
}

function eachUntil(count: number, next: Int32Array, work: (index: number) => void): void {
  for (let i = Atomics.add(next, 0, 1); i < count; i = Atomics.add(next, 0, 1)) work(i);
}

function answer(task: DrawingTask): DrawingAnswer {
  try {
    return { result: perform(task) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort!.on("message", (task: DrawingTask) => parentPort!.postMessage(answer(task)));
