import {
  BufferAttribute,
  BufferGeometry,
  type Camera,
  type Color,
  LineBasicMaterial,
  LineSegments,
  Vector3,
} from "three";
import { decimal, formatBox } from "#components/design/format.ts";
import type { Box } from "#lib/kernel/mesh.ts";

/** How far dimension lines keep from the piece, as a part of its size. */
const GAP = 0.09;

const LABEL_CLASSES =
  "absolute top-0 left-0 rounded-full bg-surface/85 px-2 py-0.5 text-xs tabular-nums text-ink shadow-xs transition-opacity";

interface Measured {
  from: Vector3;
  to: Vector3;
  tick: Vector3;
}

/** Dimension lines along the box, with labels laid over the canvas at their middles. */
export interface Dimensions {
  lines: LineSegments<BufferGeometry, LineBasicMaterial>;
  measure(box: Box): void;
  place(camera: Camera, widthPx: number, heightPx: number): void;
  ink(color: Color): void;
  visible(on: boolean): void;
  dispose(): void;
}

export function createDimensions(overlay: HTMLElement): Dimensions {
  const lines = new LineSegments(
    new BufferGeometry(),
    new LineBasicMaterial({ transparent: true, opacity: 0.75 }),
  );
  const labels = [0, 1, 2].map(() => {
    const label = document.createElement("span");
    label.className = LABEL_CLASSES;
    overlay.append(label);
    return label;
  });
  let measured: Measured[] = [];
  return {
    lines,
    measure(box) {
      measured = measuredEdges(box);
      lines.geometry.dispose();
      lines.geometry = toLines(measured);
      measured.forEach(({ from, to }, axis) => {
        const label = labels[axis];
        if (label) label.textContent = lengthLabel(from.distanceTo(to));
      });
    },
    place(camera, widthPx, heightPx) {
      measured.forEach(({ from, to }, axis) => {
        const label = labels[axis];
        if (!label) return;
        const at = from.clone().add(to).multiplyScalar(0.5).project(camera);
        const x = ((at.x + 1) / 2) * widthPx;
        const y = ((1 - at.y) / 2) * heightPx;
        label.style.transform = `translate(-50%, -50%) translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
        label.style.opacity = foreshortened(from, to, camera) ? "0" : "1";
      });
    },
    ink(color) {
      lines.material.color = color;
    },
    visible(on) {
      lines.visible = on;
      for (const label of labels) label.hidden = !on;
    },
    dispose() {
      lines.geometry.dispose();
      lines.material.dispose();
      for (const label of labels) label.remove();
    },
  };
}

/** As the page is read; centimetres from half a metre on, as tailors measure. */
function lengthLabel(mm: number): string {
  const { lang, dataset } = document.documentElement;
  const inInches = dataset.units === "inch";
  return mm >= 500 && !inInches
    ? `${decimal(mm / 10, 1, 1, lang)} cm`
    : formatBox([mm], inInches, lang);
}

/** Width and depth run along the table in front and at the right, height stands at the left. */
function measuredEdges({ min, max }: Box): Measured[] {
  const gap = GAP * Math.max(max[0] - min[0], max[1] - min[1], max[2] - min[2]);
  const front = min[1] - gap;
  const right = max[0] + gap;
  const left = min[0] - gap;
  return [
    edge([min[0], front, min[2]], [max[0], front, min[2]], [0, gap * 0.35, 0]),
    edge([right, min[1], min[2]], [right, max[1], min[2]], [gap * 0.35, 0, 0]),
    edge([left, front, min[2]], [left, front, max[2]], [gap * 0.35, 0, 0]),
  ];
}

type Triple = [number, number, number];
const edge = (from: Triple, to: Triple, tick: Triple): Measured => ({
  from: new Vector3(...from),
  to: new Vector3(...to),
  tick: new Vector3(...tick),
});

function toLines(measured: Measured[]): BufferGeometry {
  const points = measured.flatMap(({ from, to, tick }) => [
    ...[from, to],
    ...[from.clone().sub(tick), from.clone().add(tick)],
    ...[to.clone().sub(tick), to.clone().add(tick)],
  ]);
  const positions = new Float32Array(points.flatMap((point) => point.toArray()));
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(positions, 3));
  return geometry;
}

/** An edge seen nearly end-on has no readable length. */
function foreshortened(from: Vector3, to: Vector3, camera: Camera): boolean {
  const along = to.clone().sub(from).normalize();
  const toward = from.clone().sub(camera.position).normalize();
  return Math.abs(along.dot(toward)) > 0.97;
}
