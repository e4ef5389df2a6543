/** Width of the world on the map; its height follows from the projection. */
export const WORLD_WIDTH = 1000;

/** Radians of longitude to units of the map. */
const SCALE = WORLD_WIDTH / (2 * Math.PI);

/** Latitudes the map reaches from and to: no atelier is on Antarctica or beyond Svalbard. */
export const NORTH = 80;
export const SOUTH = -57;

const rad = (deg: number) => (deg * Math.PI) / 180;

/** Miller's cylindrical projection (1942): near Mercator's shapes, without its giant north. */
const miller = (latitude: number) => 1.25 * Math.log(Math.tan(Math.PI / 4 + 0.4 * rad(latitude)));

const TOP = miller(NORTH);

/** Where a place lies on the map: x from the date line, y from the map's top. Longitude and latitude in degrees. */
export function project([longitude, latitude]: readonly [number, number]): [number, number] {
  return [SCALE * (rad(longitude) + Math.PI), SCALE * (TOP - miller(latitude))];
}

export const WORLD_HEIGHT = SCALE * (TOP - miller(SOUTH));
