/** Longest side of a mask, px: as large as the kernel looks at a photo. */
const MASK_EDGE_PX = 1024;
const MOST_UNDOS = 20;

/** What the subject is tinted with while it is edited: red and green, a third over the photo. */
const TINT = "rgba(30, 160, 120, 0.55)";

/** A mask over a photo that one paints in. White is the subject. */
export interface MaskCanvas {
  /** A round stroke from one point to the next, in px of the canvas. */
  stroke(from: Point, to: Point, widthPx: number, isSubject: boolean): void;
  /** Begins a stroke that one undo takes back. */
  begin(): void;
  undo(): void;
  /** Rings the place a keyboard's brush is at; null: none. */
  showBrush(at: Point | null, widthPx: number): void;
  toPng(): Promise<Blob>;
}

export type Point = readonly [x: number, y: number];

/** Shows the photo with its mask on `canvas`; without a mask all of it is ground. */
export async function openMaskCanvas(
  canvas: HTMLCanvasElement,
  photoUrl: string,
  maskUrl: string | null,
): Promise<MaskCanvas> {
  const photo = await loadImage(photoUrl);
  const scale = Math.min(1, MASK_EDGE_PX / Math.max(photo.naturalWidth, photo.naturalHeight));
  canvas.width = Math.round(photo.naturalWidth * scale);
  canvas.height = Math.round(photo.naturalHeight * scale);
  const mask = new OffscreenCanvas(canvas.width, canvas.height);
  const ink = mask.getContext("2d", { willReadFrequently: true })!;
  ink.fillRect(0, 0, mask.width, mask.height);
  if (maskUrl) ink.drawImage(await loadImage(maskUrl), 0, 0, mask.width, mask.height);
  const earlier: ImageData[] = [];
  let brush: { at: Point; widthPx: number } | null = null;
  const show = () => {
    paint(canvas, photo, mask);
    if (brush) ringBrush(canvas, brush.at, brush.widthPx);
  };
  show();
  return {
    begin() {
      earlier.push(ink.getImageData(0, 0, mask.width, mask.height));
      if (earlier.length > MOST_UNDOS) earlier.shift();
    },
    stroke(from, to, widthPx, isSubject) {
      ink.strokeStyle = isSubject ? "white" : "black";
      ink.lineWidth = widthPx;
      ink.lineCap = "round";
      ink.beginPath();
      ink.moveTo(...from);
      ink.lineTo(...to);
      ink.stroke();
      show();
    },
    undo() {
      const last = earlier.pop();
      if (last) ink.putImageData(last, 0, 0);
      show();
    },
    showBrush(at, widthPx) {
      brush = at && { at, widthPx };
      show();
    },
    toPng: () => mask.convertToBlob({ type: "image/png" }),
  };
}

/** A ring that is seen on light and on dark. */
function ringBrush(canvas: HTMLCanvasElement, [x, y]: Point, widthPx: number): void {
  const context = canvas.getContext("2d")!;
  for (const [style, lineWidth] of [
    ["black", 4],
    ["white", 2],
  ] as const) {
    context.strokeStyle = style;
    context.lineWidth = lineWidth;
    context.beginPath();
    context.arc(x, y, widthPx / 2, 0, 2 * Math.PI);
    context.stroke();
  }
}

function loadImage(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("The picture could not be loaded."));
    image.src = url;
  });
}

/** The photo with the subject tinted: the mask's brightness becomes the tint's cover. */
function paint(canvas: HTMLCanvasElement, photo: HTMLImageElement, mask: OffscreenCanvas): void {
  const context = canvas.getContext("2d")!;
  const { width, height } = canvas;
  context.drawImage(photo, 0, 0, width, height);
  const tint = new OffscreenCanvas(width, height);
  const layer = tint.getContext("2d")!;
  layer.drawImage(mask, 0, 0);
  const pixels = layer.getImageData(0, 0, width, height);
  for (let at = 0; at < pixels.data.length; at += 4) pixels.data[at + 3] = pixels.data[at]!;
  layer.putImageData(pixels, 0, 0);
  layer.globalCompositeOperation = "source-in";
  layer.fillStyle = TINT;
  layer.fillRect(0, 0, width, height);
  context.drawImage(tint, 0, 0);
}
