import type { Mesh, Part, Texture } from "#lib/kernel/mesh.ts";

/** Four by four squares, each of a colour of its own. */
export const SQUARES: Texture = {
  width: 4,
  height: 4,
  rgb: Uint8Array.from({ length: 48 }, (_, i) => (i * 53 + 40) % 256),
};

/** A sphere whose uvs go once around, with a seam; lifted by `liftMm`. */
function globe(radiusMm: number, liftMm: number): Mesh & { uvs: Float32Array } {
  const [across, down] = [16, 8];
  const positions: number[] = [];
  const uvs: number[] = [];
  const indices: number[] = [];
  for (let j = 0; j <= down; j++)
    for (let i = 0; i <= across; i++) {
      const polar = (j / down) * Math.PI;
      const around = ((i % across) / across) * 2 * Math.PI;
      const width = j === 0 || j === down ? 0 : Math.sin(polar) * radiusMm;
      positions.push(width * Math.cos(around), width * Math.sin(around));
      positions.push(Math.cos(polar) * radiusMm + liftMm);
      uvs.push(i / across, j / down);
    }
  for (let j = 0; j < down; j++)
    for (let i = 0; i < across; i++) {
      const a = j * (across + 1) + i;
      const b = a + across + 1;
      if (j > 0) indices.push(a, b, a + 1);
      if (j < down - 1) indices.push(a + 1, b, b + 1);
    }
  return {
    positions: Float32Array.from(positions),
    uvs: Float32Array.from(uvs),
    indices: Uint32Array.from(indices),
  };
}

function tinted({ positions, indices }: Mesh): Mesh {
  const colors = positions.map((v, i) => 0.5 + 0.05 * v * ((i % 3) - 1));
  return { positions, indices, colors };
}

/** A ball with a picture, one with colours by vertex, and one of coloured cloth. */
export function paintedParts(): Part[] {
  const body = { role: "body", material: "full-colour-polyjet" } as const;
  return [
    { ...body, name: "pictured", mesh: globe(5, 5), texture: SQUARES },
    { ...body, name: "coloured", mesh: tinted(globe(4, 16)) },
    {
      name: "cloth",
      role: "cloth",
      material: "fabric-linen",
      colour: "#35507a",
      mesh: bare(globe(3, 26)),
    },
  ];
}

/** Without uvs. */
function bare({ positions, indices }: Mesh): Mesh {
  return { positions, indices };
}
