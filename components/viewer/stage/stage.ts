import {
  Color,
  Group,
  NeutralToneMapping,
  PerspectiveCamera,
  Scene,
  Vector3,
  WebGLRenderer,
} from "three";
import { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";
import type { Box, Part, Vec3 } from "#lib/kernel/mesh.ts";
import { createContactShadow } from "./contact-shadow.ts";
import { createDimensions } from "./dimensions.ts";
import { createFlight } from "./flight.ts";
import { createGrid, inkGrid, placeGrid } from "./grid.ts";
import { createPace } from "./pace.ts";
import { createPiece, disposeObject } from "./piece.ts";
import { createPin } from "./pin.ts";
import { createStudioLight } from "./studio-light.ts";
import { boxOf, poseFor, type ViewName } from "./views.ts";

export type { ViewName } from "./views.ts";

export interface StageOptions {
  canvas: HTMLCanvasElement;
  /** Lies over the canvas; takes the labels. */
  overlay: HTMLElement;
  /** Whether the wheel zooms; off where the page scrolls under the pointer. */
  wheelZooms: boolean;
  /** No flights and no spin. */
  stillness: boolean;
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
  pointAt(at: Vec3 | null, status: string): void;
  set(options: { grid?: boolean; dimensions?: boolean; spin?: boolean; ink?: string }): void;
  resize(): void;
  dispose(): void;
}

/** Radians a second of the slow turn on the front page. */
const SPIN = 0.35;
/** How often light is followed inside a stone; enough for brilliance, few enough for a phone. */
const BOUNCES = 6;

/** Throws where the browser has no WebGL 2. */
export function createStage(options: StageOptions): Stage {
  const { canvas, overlay } = options;
  const renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
  renderer.toneMapping = NeutralToneMapping;
  renderer.toneMappingExposure = 1.08;
  const scene = new Scene();
  const camera = new PerspectiveCamera(26, 1, 0.5, 2000);
  camera.up.set(0, 0, 1);
  const light = createStudioLight(renderer);
  const shadow = createContactShadow();
  const grid = createGrid();
  const dimensions = createDimensions(overlay);
  const pin = createPin(overlay);
  const controls = createControls(camera, canvas, options.wheelZooms);
  const flight = createFlight(camera, controls.target);
  let piece = new Group();
  let box: Box | null = null;
  let spin = false;
  scene.add(shadow.plane, grid, dimensions.lines, piece);

  const draw = (elapsedMs: number) => {
    const flying = flight.step(elapsedMs);
    controls.autoRotate = spin && !flying;
    const turning = controls.update(elapsedMs / 1000);
    renderer.render(scene, camera);
    dimensions.place(camera, canvas.clientWidth, canvas.clientHeight);
    pin.place(camera, canvas.clientWidth, canvas.clientHeight);
    return flying || turning;
  };
  const resize = () => {
    const { clientWidth, clientHeight } = canvas;
    if (clientWidth === 0 || clientHeight === 0) return;
    renderer.setSize(clientWidth, clientHeight, false);
    camera.aspect = clientWidth / clientHeight;
    camera.updateProjectionMatrix();
  };
  renderer.setPixelRatio(Math.min(window.devicePixelRatio || 1, 2));
  resize();
  const pace = createPace(renderer, draw, resize);
  controls.addEventListener("change", pace.wake);
  controls.addEventListener("start", flight.stop);

  const fly = (view: ViewName) => {
    if (!box) return;
    const pose = poseFor(view, box, camera);
    flight.to(pose, options.stillness ? 0 : 420);
    pace.wake();
  };

  return {
    show(parts) {
      const first = box === null;
      disposeObject(piece);
      scene.remove(piece);
      piece = createPiece(parts, light, BOUNCES);
      scene.add(piece);
      box = boxOf(parts.map((part) => part.mesh));
      shadow.update(renderer, piece, box);
      placeGrid(grid, gridPlace(box));
      dimensions.measure(box);
      if (first) flight.to(poseFor("studio", box, camera), 0);
      pace.wake();
    },
    look: fly,
    turn(acrossRad, upRad) {
      const arm = camera.position.clone().sub(controls.target);
      const flat = Math.hypot(arm.x, arm.y);
      const height = Math.atan2(arm.z, flat) + upRad;
      const around = Math.atan2(arm.y, arm.x) + acrossRad;
      const steep = Math.min(Math.max(height, -1.4), 1.55);
      const length = arm.length();
      camera.position
        .set(
          Math.cos(steep) * Math.cos(around),
          Math.cos(steep) * Math.sin(around),
          Math.sin(steep),
        )
        .multiplyScalar(length)
        .add(controls.target);
      pace.wake();
    },
    zoom(factor) {
      const arm = camera.position.clone().sub(controls.target);
      const length = Math.min(
        Math.max(arm.length() * factor, controls.minDistance),
        controls.maxDistance,
      );
      camera.position.copy(controls.target).add(arm.setLength(length));
      pace.wake();
    },
    pan(across, up) {
      const height = camera.position.distanceTo(controls.target) * 0.46;
      const move = new Vector3(across * height, up * height, 0).applyQuaternion(camera.quaternion);
      camera.position.add(move);
      controls.target.add(move);
      pace.wake();
    },
    pointAt(at, status) {
      pin.put(at, status);
      if (at) flight.face(new Vector3(...at), options.stillness ? 0 : 500);
      pace.wake();
    },
    set(next) {
      if (next.grid !== undefined) grid.visible = next.grid;
      if (next.dimensions !== undefined) dimensions.visible(next.dimensions);
      if (next.ink !== undefined) inkAll(next.ink);
      if (next.spin !== undefined) {
        spin = next.spin && !options.stillness;
        pace.keepAwake(spin);
      }
      pace.wake();
    },
    resize() {
      resize();
      pace.wake();
    },
    dispose() {
      pace.stop();
      controls.dispose();
      dimensions.dispose();
      pin.dispose();
      shadow.dispose();
      light.dispose();
      disposeObject(piece);
      disposeObject(grid);
      renderer.dispose();
    },
  };

  function inkAll(ink: string): void {
    const color = new Color(ink);
    inkGrid(grid, color);
    dimensions.ink(color);
  }
}

function createControls(camera: PerspectiveCamera, canvas: HTMLCanvasElement, wheelZooms: boolean) {
  const controls = new OrbitControls(camera, canvas);
  controls.enableDamping = true;
  controls.dampingFactor = 0.12;
  controls.enableZoom = wheelZooms;
  controls.minDistance = 12;
  controls.maxDistance = 400;
  controls.autoRotateSpeed = (SPIN * 60) / (2 * Math.PI);
  return controls;
}

function gridPlace(box: Box) {
  return {
    centerX: (box.min[0] + box.max[0]) / 2,
    centerY: (box.min[1] + box.max[1]) / 2,
    floorZ: box.min[2] - 0.01,
    reachMm: 1.5 * Math.max(box.max[0] - box.min[0], box.max[1] - box.min[1], 12),
  };
}
