/**
 * `npm run map`: writes public/world.svg, the outlines of the map of ateliers, from world-atlas (Natural Earth, public
 * domain). Its paths `land` and `borders` are used by reference, so a page carries none of it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { project, SOUTH, WORLD_HEIGHT, WORLD_WIDTH } from "#lib/shared/places/projection.ts";

type Point = readonly number[];
type World = Topology<{ land: GeometryCollection; countries: GeometryCollection }>;

const file = createRequire(import.meta.url).resolve("world-atlas/countries-110m.json");
const world = JSON.parse(readFileSync(file, "utf8")) as World;

function line(points: readonly Point[], closed: boolean): string {
  const places = points.map(([longitude, latitude]) =>
    project([longitude!, latitude!])
      .map((value) => value.toFixed(1))
      .join(" "),
  );
  // Neighbours that fall on one place at this precision add nothing.
  const kept = places.filter((place, at) => place !== places[at - 1]);
  return `M${kept.join("L")}${closed ? "Z" : ""}`;
}

function landPath(): string {
  const rings = feature(world, world.objects.land).features.flatMap(({ geometry }) => {
    if (geometry.type === "MultiPolygon") return geometry.coordinates.flat();
    return geometry.type === "Polygon" ? geometry.coordinates : [];
  });
  const isSeen = (ring: readonly Point[]) => ring.some(([, latitude]) => latitude! > SOUTH);
  return rings
    .filter(isSeen)
    .map((ring) => line(ring, true))
    .join("");
}

function bordersPath(): string {
  const inner = mesh(world, world.objects.countries, (one, other) => one !== other);
  return inner.coordinates.map((points) => line(points, false)).join("");
}

const size = `viewBox="0 0 ${WORLD_WIDTH} ${WORLD_HEIGHT.toFixed(1)}"`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><path id="land" d="${landPath()}"/><path id="borders" fill="none" d="${bordersPath()}"/></svg>\n`;
writeFileSync("public/world.svg", svg);
console.log(`public/world.svg: ${Math.round(svg.length / 1024)} kB`);
