import { type Camera, Vector3 } from "three";
import type { Vec3 } from "#lib/kernel/mesh.ts";

const MARK_CLASSES =
  "absolute top-0 left-0 size-5 rounded-full border-2 border-current bg-current/25 text-warn shadow-sm data-[status=fail]:text-bad data-[status=pass]:text-good";

/** A mark over the canvas that stays on one place of the piece. */
export interface Pin {
  put(at: Vec3 | null, status: string): void;
  place(camera: Camera, widthPx: number, heightPx: number): void;
  dispose(): void;
}

export function createPin(overlay: HTMLElement): Pin {
  const mark = document.createElement("span");
  mark.className = MARK_CLASSES;
  mark.hidden = true;
  overlay.append(mark);
  const point = new Vector3();
  return {
    put(at, status) {
      mark.hidden = at === null;
      mark.dataset.status = status;
      if (at) point.set(at[0], at[1], at[2]);
    },
    place(camera, widthPx, heightPx) {
      if (mark.hidden) return;
      const at = point.clone().project(camera);
      const x = ((at.x + 1) / 2) * widthPx;
      const y = ((1 - at.y) / 2) * heightPx;
      mark.style.transform = `translate(-50%, -50%) translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    },
    dispose() {
      mark.remove();
    },
  };
}
