import { describe, expect, it } from "vitest";
import { areNeighbours, shipsTo } from "#lib/shared/places/countries.ts";
import { distanceKm, findPlace, PLACES } from "#lib/shared/places/places.ts";
import { project, WORLD_HEIGHT, WORLD_WIDTH } from "#lib/shared/places/projection.ts";

describe("the table of places", () => {
  it("finds a town by any spelling, marks and case aside", () => {
    const names = ["Hà Nội", "ha noi", "HANOI"].map((name) => findPlace(name)?.name);
    expect(names).toEqual(["Hanoi", "Hanoi", "Hanoi"]);
    expect([findPlace("Lodz")?.country, findPlace("Łódź")?.country]).toEqual(["PL", "PL"]);
  });

  it("finds every town of its own under its name and country", () => {
    const lost = PLACES.filter(({ name, country }) => findPlace(name, country) === null);
    expect(lost).toEqual([]);
  });

  it("asks for the country where a name is in two", () => {
    expect(findPlace("Córdoba")).toBeNull();
    expect(findPlace("Cordoba", "ES")?.latitude).toBeCloseTo(37.9, 1);
    expect(findPlace("Atlantis")).toBeNull();
  });

  it("measures along the great circle", () => {
    const [paris, tokyo] = [findPlace("Paris", "FR")!, findPlace("Tokyo")!];
    expect(distanceKm(paris, tokyo)).toBeGreaterThan(9_650);
    expect(distanceKm(paris, tokyo)).toBeLessThan(9_760);
    expect(distanceKm(paris, paris)).toBe(0);
  });
});

describe("sending", () => {
  it("goes to named countries, their regions and the world, and always home", () => {
    expect(shipsTo("FR", new Set(["eu"]), "DE")).toBe(true);
    expect(shipsTo("FR", new Set(["eu"]), "GB")).toBe(false);
    expect(shipsTo("FR", new Set(["world"]), "NZ")).toBe(true);
    expect(shipsTo("FR", new Set(), "FR")).toBe(true);
    expect([areNeighbours("FR", "CH"), areNeighbours("FR", "VN")]).toEqual([true, false]);
  });
});

it("the map holds every place", () => {
  for (const { latitude, longitude } of PLACES) {
    const [x, y] = project([longitude, latitude]);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(WORLD_WIDTH);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(WORLD_HEIGHT);
  }
});
