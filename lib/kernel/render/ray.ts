/** A ray changed in place; the direction is a unit vector. */
export interface Ray {
  ox: number;
  oy: number;
  oz: number;
  dx: number;
  dy: number;
  dz: number;
}

export const newRay = (): Ray => ({ ox: 0, oy: 0, oz: 0, dx: 0, dy: 0, dz: 1 });

export function copyRay(from: Ray, to: Ray): void {
  to.ox = from.ox;
  to.oy = from.oy;
  to.oz = from.oz;
  to.dx = from.dx;
  to.dy = from.dy;
  to.dz = from.dz;
}

/** A place on a surface: where, its smooth normal, and its facet's normal; both normals face outwards. */
export interface Place {
  x: number;
  y: number;
  z: number;
  nx: number;
  ny: number;
  nz: number;
  gx: number;
  gy: number;
  gz: number;
}

export const newPlace = (): Place => ({
  x: 0,
  y: 0,
  z: 0,
  nx: 0,
  ny: 0,
  nz: 1,
  gx: 0,
  gy: 0,
  gz: 1,
});
