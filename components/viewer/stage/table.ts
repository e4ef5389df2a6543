import { type Camera, Color, Group, type Object3D, type WebGLRenderer } from "three";
import type { Box } from "#lib/kernel/mesh.ts";
import { createContactShadow } from "./contact-shadow.ts";
import { createDimensions } from "./dimensions.ts";
import { createGrid, inkGrid, placeGrid } from "./grid.ts";
import type { StageLooks } from "./looks.ts";
import { disposeObject } from "./piece.ts";
import { createPin, type Pin } from "./pin.ts";

/** What lies around a piece: millimetre grid, contact shadow, dimension lines, and the mark of a finding. */
export interface Table {
  objects: Group;
  pin: Pin;
  /** Lays everything around a new piece. */
  lay(piece: Object3D, box: Box): void;
  set(looks: StageLooks): void;
  /** Puts the labels where their places are seen. */
  placeLabels(camera: Camera, canvas: HTMLCanvasElement): void;
  dispose(): void;
}

export function createTable(renderer: WebGLRenderer, overlay: HTMLElement): Table {
  const shadow = createContactShadow();
  const grid = createGrid();
  const dimensions = createDimensions(overlay);
  const pin = createPin(overlay);
  return {
    objects: new Group().add(shadow.plane, grid, dimensions.lines),
    pin,
    lay(piece, box) {
      shadow.update(renderer, piece, box);
      placeGrid(grid, gridPlace(box));
      dimensions.measure(box);
    },
    set({ grid: showGrid, dimensions: showDimensions, ink }) {
      if (showGrid !== undefined) grid.visible = showGrid;
      if (showDimensions !== undefined) dimensions.visible(showDimensions);
      if (ink === undefined) return;
      inkGrid(grid, new Color(ink));
      dimensions.ink(new Color(ink));
    },
    placeLabels(camera, { clientWidth, clientHeight }) {
      dimensions.place(camera, clientWidth, clientHeight);
      pin.place(camera, clientWidth, clientHeight);
    },
    dispose() {
      for (const part of [shadow, dimensions, pin]) part.dispose();
      disposeObject(grid);
    },
  };
}

function gridPlace(box: Box) {
  return {
    centerX: (box.min[0] + box.max[0]) / 2,
    centerY: (box.min[1] + box.max[1]) / 2,
    floorZ: box.min[2] - 0.01,
    reachMm: 1.5 * Math.max(box.max[0] - box.min[0], box.max[1] - box.min[1], 12),
  };
}
