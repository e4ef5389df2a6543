import { PerspectiveCamera, Vector3 } from "three";
import { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";
import type { Box } from "#lib/kernel/mesh.ts";
import { createFlight } from "./flight.ts";
import type { StageLooks } from "./looks.ts";
import { poseFor, type ViewName } from "./views.ts";

/** Radians a second of the slow turn. */
const SPIN = 0.35;
/** From just above the table to straight above, radians. */
const LOWEST = -1.4;
const HIGHEST = 1.55;
const FLIGHT_MS = 420;

export interface RigOptions {
  wheelZooms: boolean;
  /** Called whenever the camera wants a frame. */
  onMove: () => void;
}

type Motion = Pick<StageLooks, "spin" | "stillness" | "inSight">;

/** A camera that turns around a piece, by hand, by key or by itself. */
export interface CameraRig {
  camera: PerspectiveCamera;
  look(view: ViewName, box: Box, atOnce?: boolean): void;
  face(point: Vector3): void;
  turn(acrossRad: number, upRad: number): void;
  zoom(factor: number): void;
  pan(across: number, up: number): void;
  /** What it may do by itself; answers whether it turns. */
  set(motion: Motion): boolean;
  /** Moves on by some ms; true while it is moving. */
  step(elapsedMs: number): boolean;
  dispose(): void;
}

export function createCameraRig(canvas: HTMLCanvasElement, options: RigOptions): CameraRig {
  const camera = new PerspectiveCamera(26, 1, 0.5, 2000);
  camera.up.set(0, 0, 1);
  const controls = createControls(camera, canvas, options.wheelZooms);
  const flight = createFlight(camera, controls.target);
  let motion = { spin: false, stillness: false, inSight: true };
  const durationMs = () => (motion.stillness ? 0 : FLIGHT_MS);
  const isSpinning = () => motion.spin && motion.inSight && !motion.stillness;
  controls.addEventListener("change", options.onMove);
  controls.addEventListener("start", flight.stop);
  const moved = (move: () => void) => {
    move();
    options.onMove();
  };
  return {
    camera,
    look: (view, box, atOnce = false) =>
      moved(() => {
        fitTo(camera, controls, box);
        flight.to(poseFor(view, box, camera), atOnce ? 0 : durationMs());
      }),
    face: (point) => moved(() => flight.face(point, durationMs())),
    turn: (across, up) => moved(() => turnAround(camera, controls.target, across, up)),
    zoom: (factor) => moved(() => zoomBy(camera, controls, factor)),
    pan: (across, up) => moved(() => panBy(camera, controls.target, across, up)),
    set({ spin = motion.spin, stillness = motion.stillness, inSight = motion.inSight }) {
      motion = { spin, stillness, inSight };
      return isSpinning();
    },
    step(elapsedMs) {
      const flying = flight.step(elapsedMs);
      controls.autoRotate = isSpinning() && !flying;
      return controls.update(elapsedMs / 1000) || flying;
    },
    dispose: () => controls.dispose(),
  };
}

function createControls(camera: PerspectiveCamera, canvas: HTMLCanvasElement, wheelZooms: boolean) {
  const controls = new OrbitControls(camera, canvas);
  controls.enableDamping = true;
  controls.dampingFactor = 0.12;
  controls.enableZoom = wheelZooms;
  controls.autoRotateSpeed = (SPIN * 60) / (2 * Math.PI);
  return controls;
}

/** How near and far one may go, and what is still drawn, by the piece: a ring from a finger's width, a coat from across a room. */
function fitTo(camera: PerspectiveCamera, controls: OrbitControls, { min, max }: Box): void {
  const sizeMm = Math.max(Math.hypot(max[0] - min[0], max[1] - min[1], max[2] - min[2]), 8);
  controls.minDistance = Math.max(8, 0.35 * sizeMm);
  controls.maxDistance = 12 * sizeMm;
  camera.near = 0.015 * sizeMm;
  camera.far = 30 * sizeMm;
  camera.updateProjectionMatrix();
}

function turnAround(
  camera: PerspectiveCamera,
  target: Vector3,
  acrossRad: number,
  upRad: number,
): void {
  const arm = camera.position.clone().sub(target);
  const length = arm.length();
  const around = Math.atan2(arm.y, arm.x) + acrossRad;
  const height = Math.atan2(arm.z, Math.hypot(arm.x, arm.y)) + upRad;
  const steep = Math.min(Math.max(height, LOWEST), HIGHEST);
  const flat = Math.cos(steep);
  arm.set(flat * Math.cos(around), flat * Math.sin(around), Math.sin(steep)).multiplyScalar(length);
  camera.position.copy(target).add(arm);
}

function zoomBy(camera: PerspectiveCamera, controls: OrbitControls, factor: number): void {
  const arm = camera.position.clone().sub(controls.target);
  const wanted = arm.length() * factor;
  const length = Math.min(Math.max(wanted, controls.minDistance), controls.maxDistance);
  camera.position.copy(controls.target).add(arm.setLength(length));
}

/** Moves camera and target together, in parts of the height that is seen. */
function panBy(camera: PerspectiveCamera, target: Vector3, across: number, up: number): void {
  const heightMm = 2 * camera.position.distanceTo(target) * Math.tan((camera.fov * Math.PI) / 360);
  const move = new Vector3(across, up, 0)
    .multiplyScalar(heightMm)
    .applyQuaternion(camera.quaternion);
  camera.position.add(move);
  target.add(move);
}
