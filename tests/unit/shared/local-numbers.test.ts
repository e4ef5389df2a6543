import { expect, it } from "vitest";
import { localNumbers } from "#lib/shared/local-numbers.ts";

const BASIS = "6.26 g × 118.72 EUR/g (18K rose, 15.02 g/cm³) + 12 × 1500000 VND";

it("writes the sums and numbers as the reader does", () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
  expect(plain(localNumbers(BASIS, "en"))).toBe(
    "6.26 g × €118.72/g (18K rose, 15.02 g/cm³) + 12 × ₫1,500,000",
  );
  expect(plain(localNumbers(BASIS, "de"))).toBe(
    "6,26 g × 118,72 €/g (18K rose, 15,02 g/cm³) + 12 × 1.500.000 ₫",
  );
});

it("leaves capitals alone that are no currency, and whole numbers", () => {
  expect(localNumbers("40 PLA, 3.5 ABC, per piece", "de")).toBe("40 PLA, 3,5 ABC, per piece");
});
