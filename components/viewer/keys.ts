import type { Stage, ViewName } from "./stage/stage.ts";

const TURN = Math.PI / 18;

const VIEW_KEYS: Record<string, ViewName> = { "0": "studio", f: "front", s: "side", t: "top" };

/** Does what a key means for the model; false when it means nothing here. */
export function pressKey(stage: Stage, key: string, shift: boolean): boolean {
  const view = VIEW_KEYS[key.toLowerCase()];
  if (view) stage.look(view);
  else if (key === "+" || key === "=") stage.zoom(0.85);
  else if (key === "-") stage.zoom(1 / 0.85);
  else return pressArrow(stage, key, shift);
  return true;
}

function pressArrow(stage: Stage, key: string, shift: boolean): boolean {
  const direction = ARROWS[key];
  if (!direction) return false;
  const [across, up] = direction;
  if (shift) stage.pan(-across * 0.06, -up * 0.06);
  else stage.turn(-across * TURN, up * TURN);
  return true;
}

const ARROWS: Record<string, [across: number, up: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
