import { expect, test } from "vitest";
import { mergeReadings } from "#lib/kernel/figurine/cartoon/merge-readings.ts";
import type { FaceReading } from "#lib/kernel/figurine/cartoon/types.ts";

const reading = (hair: string | null): FaceReading => ({
  skin: "#eabb95",
  hair: hair === null ? null : { main: hair, light: hair, dark: hair },
  hairStyle: "short",
  hairVolumePercent: 50,
  beard: "none",
  headShape: "round",
  eyeColour: "#3a6a8a",
  brows: null,
  mouth: { half: 3, smile: 0.4, isOpen: false, lips: "#b65a50" },
  eyesToMouth: 1,
});

test("the colour of the hair is the mean of the photos that show hair", () => {
  const merged = mergeReadings(reading("#404040"), [reading("#808080"), reading(null)]);
  // Lightness 27.1 and 53.6 have the mean 40.3, which is #5f5f5f.
  expect(merged.hair).toEqual({ main: "#5f5f5f", light: "#5f5f5f", dark: "#5f5f5f" });
});

test("a bald head stays bald, and all else is of the photo the face is of", () => {
  expect(mergeReadings(reading(null), [reading("#404040")]).hair).toBeNull();
  const other = { ...reading("#404040"), hairStyle: "long" as const, skin: "#000000" };
  expect(mergeReadings(reading("#404040"), [other])).toMatchObject({
    ...{ hairStyle: "short", skin: "#eabb95" },
  });
});
