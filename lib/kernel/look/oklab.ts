/** Linear light of each 8-bit sRGB value (IEC 61966-2-1). */
const LINEAR = Float32Array.from({ length: 256 }, (_, i) => {
  const v = i / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});

/**
 * 8-bit sRGB to OKLab (Ottosson 2020), a space in which equal distances look equally far: L 0 to 1, a and b about
 * −0.4 to 0.4, written to `to` from `at` on.
 */
export function toOklab(
  red: number,
  green: number,
  blue: number,
  to: Float32Array,
  at: number,
): void {
  const [r, g, b] = [LINEAR[red]!, LINEAR[green]!, LINEAR[blue]!];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  to[at] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  to[at + 1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  to[at + 2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
}
