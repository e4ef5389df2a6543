import { describe, expect, it } from "vitest";
import { garmentFindings } from "#lib/kernel/garment/findings.ts";
import { layGarment } from "#lib/kernel/garment/laid.ts";
import { getKind } from "#lib/kinds/registry.ts";

function read(kindId: string, message: string, current: Record<string, unknown> | null = null) {
  return getKind(kindId).read(message, { current, locale: "en" }).patch;
}

function findingsOf(kindId: string, wish: Record<string, unknown>) {
  const kind = getKind(kindId);
  const spec = kind.schema.parse(wish);
  return new Map(
    garmentFindings(layGarment(kind.garment!(spec))).map((finding) => [finding.rule, finding]),
  );
}

describe("words for garments", () => {
  it("reads a dress with its closure, length, sleeves, print and size", () => {
    expect(
      read("dress", "a navy midi wrap dress with short sleeves and white dots, size 38"),
    ).toMatchObject({
      closure: "wrap",
      skirtLengthMm: 760,
      sleeve: "short",
      print: "dots",
      secondColour: "#f4f3ef",
      bustMm: 880,
      waistMm: 720,
      hipMm: 960,
    });
  });

  it("makes a dress longer and takes a colour", () => {
    const dress = getKind("dress").schema.parse({});
    expect(read("dress", "make it longer", dress).skirtLengthMm).toBeGreaterThan(
      Number(dress.skirtLengthMm),
    );
    expect(read("dress", "in burgundy", dress)).toEqual({ colour: "#6a1a2b" });
  });

  it("reads skirts, tops, coats and trousers", () => {
    expect(read("skirt", "a red gingham circle skirt, knee-length")).toMatchObject({
      skirtShape: "circle",
      print: "check",
    });
    expect(read("top", "a striped jersey top with a boat neck and long sleeves")).toMatchObject({
      print: "stripes",
      weave: "knit",
      neckline: "boat",
      sleeve: "long",
    });
    expect(read("coat", "a camel wool coat with lapels and patch pockets")).toMatchObject({
      collar: "lapel",
      pockets: "patch",
      colour: "#b08d5f",
    });
    expect(read("trousers", "high-waisted wide-leg trousers in cream twill")).toMatchObject({
      rise: "high",
      legShape: "wide",
      weave: "twill",
    });
  });
});

describe("rules of garments", () => {
  it("says when a head does not pass the neck, and by how much", () => {
    const closed = { closure: "none", weave: "plain", neckline: "round", neckDepthMm: 70 };
    const neck = findingsOf("top", closed).get("neck-opening")!;
    expect([neck.status, neck.limit, neck.unit]).toEqual(["fail", 580, "mm"]);
    expect(neck.value).toBeLessThan(580);
    expect(findingsOf("top", { ...closed, closure: "zip-back" }).get("neck-opening")!.status).toBe(
      "pass",
    );
  });

  it("asks a narrow skirt for a slit to walk in", () => {
    const narrow = { skirtShape: "pencil", skirtLengthMm: 760 };
    const without = findingsOf("skirt", narrow).get("stride")!;
    expect(without.status).not.toBe("pass");
    expect(findingsOf("skirt", { ...narrow, slitMm: 400 }).get("stride")!.status).toBe("pass");
  });

  it("warns of buttons too far apart", () => {
    const buttons = { closure: "buttons-front", buttons: 3 };
    expect(findingsOf("dress", buttons).get("button-spacing")!.status).toBe("warn");
    expect(findingsOf("dress", { ...buttons, buttons: 14 }).get("button-spacing")!.status).toBe(
      "pass",
    );
  });

  it("measures how far stripes are off at the side seams", () => {
    const match = findingsOf("top", { print: "stripes", repeatMm: 40 }).get("print-match")!;
    expect(match.value).toBeLessThanOrEqual(20);
  });
});
