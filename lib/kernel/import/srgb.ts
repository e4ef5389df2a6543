/** Linear light of an sRGB value, both 0 to 1 (IEC 61966-2-1). */
export function srgbToLinear(value: number): number {
  const v = Math.min(1, Math.max(0, value));
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}
