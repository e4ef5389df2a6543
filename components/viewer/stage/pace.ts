import type { WebGLRenderer } from "three";

/** Slower than this while something moves, and fewer pixels are drawn, ms. */
const SLOW_FRAME_MS = 24;
const FAST_FRAME_MS = 12;
const LOWEST_RATIO = 0.5;
/** After this pause one frame is drawn with every pixel, ms. */
const SETTLE_MS = 180;

/** Draws frames only when something changed, and with as many pixels as the device keeps up with. */
export interface Pace {
  /** Asks for a frame. */
  wake(): void;
  /** Draws on every frame until called with false. */
  keepAwake(on: boolean): void;
  stop(): void;
}

/**
 * @param draw draws one frame; answers whether the next one is needed too
 */
export function createPace(
  renderer: WebGLRenderer,
  draw: (elapsedMs: number) => boolean,
  resize: () => void,
): Pace {
  const full = Math.min(window.devicePixelRatio || 1, 2);
  let ratio = full;
  let requested = 0;
  let last = 0;
  let average = 16;
  let always = false;
  let settle: ReturnType<typeof setTimeout> | undefined;

  const setRatio = (next: number) => {
    if (Math.abs(renderer.getPixelRatio() - next) < 0.01) return;
    renderer.setPixelRatio(next);
    resize();
  };
  const adapt = (elapsed: number) => {
    average = average * 0.85 + Math.min(elapsed, 200) * 0.15;
    if (average > SLOW_FRAME_MS && ratio > LOWEST_RATIO) {
      ratio = Math.max(LOWEST_RATIO, ratio * 0.8);
      average = 16;
    } else if (average < FAST_FRAME_MS && ratio < full) {
      ratio = Math.min(full, ratio * 1.1);
    }
    setRatio(ratio);
  };
  const sharpen = () => {
    setRatio(full);
    draw(0);
  };
  const frame = (now: number) => {
    requested = 0;
    const elapsed = last ? now - last : 16;
    last = now;
    adapt(elapsed);
    const more = draw(elapsed);
    clearTimeout(settle);
    if (more || always) request();
    else {
      last = 0;
      if (ratio < full) settle = setTimeout(sharpen, SETTLE_MS);
    }
  };
  const request = () => {
    if (requested === 0) requested = requestAnimationFrame(frame);
  };
  return {
    wake: request,
    keepAwake(on) {
      always = on;
      if (on) request();
    },
    stop() {
      clearTimeout(settle);
      cancelAnimationFrame(requested);
      requested = -1;
    },
  };
}
