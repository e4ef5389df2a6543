/** A place in a picture, each 0 to 1 from its top left corner. */
export interface Point {
  x: number;
  y: number;
}

export type Tool = "brush" | "lasso" | "eraser";

/** One pull of a tool. */
export interface Stroke {
  tool: Tool;
  /** Width of brush and eraser as a part of the picture's width. */
  width: number;
  points: readonly Point[];
}

/** Strokes on a picture, and those that were taken back. */
export interface Drawing {
  strokes: readonly Stroke[];
  undone: readonly Stroke[];
}

export type DrawingStep = { type: "add"; stroke: Stroke } | { type: "undo" | "redo" | "clear" };

export const BLANK: Drawing = { strokes: [], undone: [] };

/** The drawing after a step; a new stroke lets go of those that were taken back. */
export function drawn(drawing: Drawing, step: DrawingStep): Drawing {
  const { strokes, undone } = drawing;
  switch (step.type) {
    case "add":
      return step.stroke.points.length === 0
        ? drawing
        : { strokes: [...strokes, step.stroke], undone: [] };
    case "undo": {
      const last = strokes.at(-1);
      return last ? { strokes: strokes.slice(0, -1), undone: [...undone, last] } : drawing;
    }
    case "redo": {
      const next = undone.at(-1);
      return next ? { strokes: [...strokes, next], undone: undone.slice(0, -1) } : drawing;
    }
    case "clear":
      return BLANK;
  }
}

/** Whether anything of it would be seen. */
export const isBlank = ({ strokes }: Drawing): boolean =>
  strokes.every(({ tool }) => tool === "eraser");

/** Paints strokes on a canvas of that size, in its fill and stroke colour. */
export function paintStrokes(
  canvas: CanvasRenderingContext2D,
  strokes: readonly Stroke[],
  { width, height }: { width: number; height: number },
): void {
  canvas.lineCap = "round";
  canvas.lineJoin = "round";
  for (const stroke of strokes) {
    canvas.globalCompositeOperation = stroke.tool === "eraser" ? "destination-out" : "source-over";
    canvas.lineWidth = Math.max(1, stroke.width * width);
    canvas.beginPath();
    for (const [at, { x, y }] of stroke.points.entries()) {
      // A single touch leaves a dot.
      if (at === 0) canvas.moveTo(x * width - 0.01, y * height);
      canvas.lineTo(x * width, y * height);
    }
    if (stroke.tool === "lasso") {
      canvas.closePath();
      canvas.fill();
    } else canvas.stroke();
  }
  canvas.globalCompositeOperation = "source-over";
}

/** A drawing as a PNG file: light on dark for a mask, dark on light for a sketch. */
export async function toPng(
  { strokes }: Drawing,
  size: { width: number; height: number },
  { ink, ground }: { ink: string; ground: string },
): Promise<File> {
  const layer = new OffscreenCanvas(size.width, size.height);
  const lines = layer.getContext("2d") as unknown as CanvasRenderingContext2D;
  lines.strokeStyle = ink;
  lines.fillStyle = ink;
  paintStrokes(lines, strokes, size);
  const sheet = new OffscreenCanvas(size.width, size.height);
  const paper = sheet.getContext("2d")!;
  paper.fillStyle = ground;
  paper.fillRect(0, 0, size.width, size.height);
  paper.drawImage(layer, 0, 0);
  const blob = await sheet.convertToBlob({ type: "image/png" });
  return new File([blob], "drawing.png", { type: "image/png" });
}
