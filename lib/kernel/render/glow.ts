/** Light above this spills a little over its surroundings, as in a lens. */
const THRESHOLD = 1.5;
const MOST = 6;
const STRENGTH = 0.35;
/** The glow is worked out on a picture this much smaller. */
const SHRINK = 4;
const RADIUS_PART = 0.008;

/** Adds a soft glow around the brightest places of premultiplied linear rgba floats, in place. */
export function addGlow(pixels: Float32Array, widthPx: number, heightPx: number): void {
  const width = Math.ceil(widthPx / SHRINK);
  const height = Math.ceil(heightPx / SHRINK);
  let glow: Float32Array = collect(pixels, widthPx, heightPx, width);
  const radius = Math.max(1, Math.round((widthPx * RADIUS_PART) / SHRINK) * 2);
  for (let pass = 0; pass < 3; pass++) {
    glow = boxBlur(glow, width, height, radius, 1, width);
    glow = boxBlur(glow, height, width, radius, width, 1);
  }
  spread(pixels, widthPx, heightPx, glow, width, height);
}

function collect(pixels: Float32Array, widthPx: number, heightPx: number, width: number) {
  const glow = new Float32Array(width * Math.ceil(heightPx / SHRINK) * 3);
  for (let y = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++) {
      const from = (y * widthPx + x) * 4;
      const to = (Math.floor(y / SHRINK) * width + Math.floor(x / SHRINK)) * 3;
      const [r, g, b] = [pixels[from]!, pixels[from + 1]!, pixels[from + 2]!];
      const brightness = 0.3 * r + 0.5 * g + 0.2 * b;
      if (brightness <= THRESHOLD) continue;
      const share = Math.min(MOST, brightness - THRESHOLD) / brightness / (SHRINK * SHRINK);
      glow[to]! += r * share;
      glow[to + 1]! += g * share;
      glow[to + 2]! += b * share;
    }
  return glow;
}

/** Mean over `2·radius + 1` neighbours along lines of `count` cells, by a running sum. */
function boxBlur(
  from: Float32Array,
  count: number,
  lines: number,
  radius: number,
  step: number,
  line: number,
): Float32Array {
  const to = new Float32Array(from.length);
  const share = 1 / (2 * radius + 1);
  for (let l = 0; l < lines; l++)
    for (let k = 0; k < 3; k++) {
      const at = (i: number) => (l * line + i * step) * 3 + k;
      let sum = 0;
      for (let i = -radius; i < count; i++) {
        if (i + radius < count) sum += from[at(i + radius)]!;
        if (i - radius - 1 >= 0) sum -= from[at(i - radius - 1)]!;
        if (i >= 0) to[at(i)] = sum * share;
      }
    }
  return to;
}

function spread(
  pixels: Float32Array,
  widthPx: number,
  heightPx: number,
  glow: Float32Array,
  width: number,
  height: number,
): void {
  for (let y = 0; y < heightPx; y++) {
    const gy = Math.min(height - 1.001, Math.max(0, (y + 0.5) / SHRINK - 0.5));
    const row = Math.min(height - 2, Math.floor(gy));
    const down = gy - row;
    for (let x = 0; x < widthPx; x++) {
      const gx = Math.min(width - 1.001, Math.max(0, (x + 0.5) / SHRINK - 0.5));
      const column = Math.min(width - 2, Math.floor(gx));
      const right = gx - column;
      const a = (row * width + column) * 3;
      const b = a + width * 3;
      for (let k = 0; k < 3; k++) {
        const upper = glow[a + k]! * (1 - right) + glow[a + 3 + k]! * right;
        const lower = glow[b + k]! * (1 - right) + glow[b + 3 + k]! * right;
        pixels[(y * widthPx + x) * 4 + k]! += STRENGTH * (upper * (1 - down) + lower * down);
      }
    }
  }
}
