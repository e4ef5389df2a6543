import { Group, NeutralToneMapping, Scene, Vector3, WebGLRenderer } from "three";
import type { Box, Part, Vec3 } from "#lib/kernel/mesh.ts";
import { type CameraRig, createCameraRig } from "./camera-rig.ts";
import type { StageLooks } from "./looks.ts";
import { createPace } from "./pace.ts";
import { createPiece, disposeObject } from "./piece.ts";
import { createStudioLight, type StudioLight } from "./studio-light.ts";
import { createTable, type Table } from "./table.ts";
import { boxOf, type ViewName } from "./views.ts";

export type { ViewName } from "./views.ts";

export interface StageOptions {
  canvas: HTMLCanvasElement;
  /** Lies over the canvas; takes the labels. */
  overlay: HTMLElement;
  /** Whether the wheel zooms; off where the page scrolls under the pointer. */
  wheelZooms: boolean;
}

/** A lit table with one piece on it. Lengths are mm, Z is up. */
export interface Stage {
  /** Puts a piece on the table; the camera moves only for the first. */
  show(parts: Part[]): void;
  look(view: ViewName): void;
  /** Turns the camera around the piece, radians. */
  turn(acrossRad: number, upRad: number): void;
  /** Moves the camera nearer (factor < 1) or away. */
  zoom(factor: number): void;
  /** Moves the view in parts of its height. */
  pan(across: number, up: number): void;
  /** Marks a place and turns to it; null takes the mark away. */
  pointAt(at: Vec3 | null, status: string): void;
  set(looks: StageLooks): void;
  resize(): void;
  dispose(): void;
}

/** How often light is followed inside a stone; enough for brilliance, few enough for a phone. */
const BOUNCES = 6;

/** Throws where the browser has no WebGL 2. */
export function createStage(options: StageOptions): Stage {
  const renderer = createRenderer(options.canvas);
  const rig = createCameraRig(options.canvas, { ...options, onMove: () => pace.wake() });
  const light = createStudioLight(renderer);
  const table = createTable(renderer, options.overlay);
  const scene = new Scene().add(table.objects);
  const resize = () => resizeTo(renderer, rig, options.canvas);
  const pace = createPace(
    renderer,
    (elapsedMs) => drawFrame({ renderer, scene, rig, table }, elapsedMs),
    resize,
  );
  const place = createPlace(scene, table, light);
  resize();
  return {
    show(parts) {
      const first = place.box() === null;
      const box = place.put(parts);
      if (first) rig.look("studio", box, true);
      pace.wake();
    },
    look(view) {
      const box = place.box();
      if (box) rig.look(view, box);
    },
    turn: rig.turn,
    zoom: rig.zoom,
    pan: rig.pan,
    pointAt(at, status) {
      table.pin.put(at, status);
      if (at) rig.face(new Vector3(...at));
      pace.wake();
    },
    set(looks) {
      table.set(looks);
      pace.keepAwake(rig.set(looks));
      pace.wake();
    },
    resize() {
      resize();
      pace.wake();
    },
    dispose() {
      pace.stop();
      place.clear();
      for (const part of [rig, table, light, renderer]) part.dispose();
    },
  };
}

function createRenderer(canvas: HTMLCanvasElement): WebGLRenderer {
  const renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
  renderer.toneMapping = NeutralToneMapping;
  renderer.toneMappingExposure = 1.08;
  renderer.setPixelRatio(Math.min(window.devicePixelRatio || 1, 2));
  return renderer;
}

function resizeTo(renderer: WebGLRenderer, { camera }: CameraRig, canvas: HTMLCanvasElement): void {
  const { clientWidth, clientHeight } = canvas;
  if (clientWidth === 0 || clientHeight === 0) return;
  renderer.setSize(clientWidth, clientHeight, false);
  camera.aspect = clientWidth / clientHeight;
  camera.updateProjectionMatrix();
}

interface Drawn {
  renderer: WebGLRenderer;
  scene: Scene;
  rig: CameraRig;
  table: Table;
}

/** One frame; true when the camera is still moving. */
function drawFrame({ renderer, scene, rig, table }: Drawn, elapsedMs: number): boolean {
  const moving = rig.step(elapsedMs);
  renderer.render(scene, rig.camera);
  table.placeLabels(rig.camera, renderer.domElement);
  return moving;
}

/** The place of the piece on the table: one at a time. */
function createPlace(scene: Scene, table: Table, light: StudioLight) {
  let piece = new Group();
  let box: Box | null = null;
  const clear = () => {
    scene.remove(piece);
    disposeObject(piece);
  };
  return {
    box: () => box,
    put(parts: Part[]): Box {
      clear();
      piece = createPiece(parts, light, BOUNCES);
      box = boxOf(parts.map((part) => part.mesh));
      // What is measured is what is made: the metal without its stones.
      const made = parts.filter((part) => part.role !== "stone");
      table.lay(piece, boxOf(made.map((part) => part.mesh)));
      scene.add(piece);
      return box;
    },
    clear,
  };
}
