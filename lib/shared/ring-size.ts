/**
 * The truth of a ring's size is its inner diameter in mm; a label is a view of it in a named system.
 * US/CA: inches = 0.458 + 0.032 × size. EU: ISO 8653, the inner circumference in mm. UK: A is 37.5 mm
 * around, 1.25 mm a letter. JP: JIS, 13 mm + a third of a mm a size. HK: the two published anchors
 * (14 = US 6.5, 20 = US 9) and the whole sizes on the line between them.
 */
export const RING_SYSTEMS = ["us", "eu", "uk", "jp", "hk", "it", "ru", "mm"] as const;
export type RingSystem = (typeof RING_SYSTEMS)[number];

const MM_PER_INCH = 25.4;
const UK_FIRST_MM = 37.5;
const UK_LETTER_MM = 1.25;
const HK = { first: 14, last: 20, firstUs: 6.5, usPerSize: 2.5 / 6 };

const usToDiameter = (size: number) => (0.458 + 0.032 * size) * MM_PER_INCH;
const diameterToUs = (mm: number) => (mm / MM_PER_INCH - 0.458) / 0.032;

/** Letters A to Z, then Z+1 to Z+6; `N½`, `N 1/2` and `N.5` are half a letter more. */
function ukToLetters(label: string): number | null {
  const match = /^([A-Z])\s*(?:\+\s*(\d))?\s*(½|1\/2|\.5)?$/i.exec(label.trim());
  if (!match?.[1]) return null;
  const letters = match[1].toUpperCase().charCodeAt(0) - 65 + Number(match[2] ?? 0);
  return letters + (match[3] ? 0.5 : 0);
}

function lettersToUk(letters: number): string {
  const whole = Math.floor(letters);
  const half = letters - whole >= 0.5 ? "½" : "";
  return whole <= 25 ? `${String.fromCharCode(65 + whole)}${half}` : `Z+${whole - 25}${half}`;
}

/** Inner diameter in mm of a label, or null where the system has no such size. */
export function toInnerDiameterMm(system: RingSystem, label: string | number): number | null {
  if (system === "uk") {
    const letters = ukToLetters(String(label));
    return letters === null ? null : (UK_FIRST_MM + UK_LETTER_MM * letters) / Math.PI;
  }
  const size = Number(label);
  if (!Number.isFinite(size)) return null;
  switch (system) {
    case "us":
      return usToDiameter(size);
    case "eu":
      return size / Math.PI;
    case "it":
      return (size + 40) / Math.PI;
    case "jp":
      return 13 + (size - 1) / 3;
    case "hk":
      if (size < HK.first || size > HK.last) return null;
      return usToDiameter(HK.firstUs + (size - HK.first) * HK.usPerSize);
    case "ru":
    case "mm":
      return size;
  }
}

const nearest = (value: number, step: number) => Math.round(value / step) * step;

/** The nearest label of a diameter in mm, or null where the system has none. */
export function toRingLabel(system: RingSystem, innerDiameterMm: number): string | null {
  const around = innerDiameterMm * Math.PI;
  switch (system) {
    case "us": {
      const size = nearest(diameterToUs(innerDiameterMm), 0.25);
      return size < 0 ? null : String(size);
    }
    case "eu":
      return String(nearest(around, 0.5));
    case "it":
      return String(nearest(around - 40, 0.5));
    case "uk": {
      const letters = nearest((around - UK_FIRST_MM) / UK_LETTER_MM, 0.5);
      return letters < 0 || letters > 31.5 ? null : lettersToUk(letters);
    }
    case "jp":
      return String(nearest((innerDiameterMm - 13) * 3 + 1, 1));
    case "hk": {
      const size = nearest(
        HK.first + (diameterToUs(innerDiameterMm) - HK.firstUs) / HK.usPerSize,
        1,
      );
      return size < HK.first || size > HK.last ? null : String(size);
    }
    case "ru":
      return nearest(innerDiameterMm, 0.25)
        .toFixed(2)
        .replace(/\.?0+$/, "");
    case "mm":
      return innerDiameterMm.toFixed(2);
  }
}
