import { topologyOf } from "#lib/kernel/measure/topology.ts";
import type { Mesh, Part } from "#lib/kernel/mesh.ts";
import { loadSolidKernel, type Point2, type Solid } from "#lib/kernel/solid/kernel.ts";

export const kernel = await loadSolidKernel();

export const meshOf = (make: () => Solid): Mesh => kernel.scope(() => kernel.toMesh(make()));

/** A round section of radius `minor` turned at distance `major`. */
export const torus = (major: number, minor: number, segments = 112): Solid =>
  kernel.revolve(
    Array.from({ length: segments }, (_, i): Point2 => {
      const angle = (2 * Math.PI * i) / segments;
      return [major + minor * Math.cos(angle), minor * Math.sin(angle)];
    }),
    2 * segments,
  );

const SEATS = 12;

function seatMatrix(i: number): number[] {
  const angle = (2 * Math.PI * i) / SEATS;
  const [x, y] = [Math.cos(angle), Math.sin(angle)];
  // The z axis of a seat points outwards.
  return [-y, x, 0, 0, 0, 0, 1, 0, x, y, 0, 0, 10.4 * x, 10.4 * y, 0, 1];
}

/** A band with twelve bored seats and a stone in each. */
export function jewelledBand(material = "gold-18k-rose"): Part[] {
  return kernel.scope(() => {
    const seats = Array.from({ length: SEATS }, (_, i) =>
      kernel.transform(kernel.sphere(0.8, 48), seatMatrix(i)),
    );
    const stones = Array.from({ length: SEATS }, (_, i): Part => {
      const stone = kernel.cylinder(0.6, 0.2, 0.6, 24, true);
      return {
        name: `stone ${i + 1}`,
        role: "stone",
        material: "sapphire",
        mesh: kernel.toMesh(kernel.transform(stone, seatMatrix(i))),
        stone: { stone: "sapphire", cut: "round", sizeMm: [1.2, 1.2, 0.6], carats: 0.01 },
      };
    });
    const metal = kernel.toMesh(kernel.difference(torus(9.5, 1.2, 64), seats));
    return [{ name: "band", role: "metal", material, mesh: metal }, ...stones];
  });
}

export const isClosed = (mesh: Mesh): boolean => topologyOf(mesh).openEdges === 0;
