import type { Mesh } from "../mesh.ts";
import { growingFloats, growingWords } from "./growing.ts";
import { eachLine } from "./lines.ts";
import { brokenFile, tooMuch } from "./refusals.ts";
import { requireTriangles } from "./sound-mesh.ts";
import { srgbToLinear } from "./srgb.ts";
import { IMPORT_LIMITS } from "./types.ts";

class ObjReader {
  readonly positions = growingFloats();
  readonly colors = growingFloats();
  readonly indices = growingWords();

  visit(line: string): void {
    if (line.startsWith("v ")) this.addVertex(line.split(/\s+/));
    else if (line.startsWith("f ")) this.addFace(line.split(/\s+/));
  }

  /** Three coordinates, then perhaps a colour in sRGB from 0 to 1. */
  private addVertex(words: readonly string[]): void {
    const [x, y, z, r, g, b] = words.slice(1).map(Number);
    this.positions.push(x ?? Number.NaN, y ?? Number.NaN, z ?? Number.NaN);
    if (this.positions.length / 3 > IMPORT_LIMITS.vertices) {
      throw tooMuch("obj", "it has too many vertices", IMPORT_LIMITS.vertices);
    }
    if (b === undefined) return;
    this.colors.push(srgbToLinear(r!), srgbToLinear(g!), srgbToLinear(b));
  }

  /** `7`, `7/1`, `7//3` or `-1`, which counts back from the newest vertex. */
  private vertexOf(word: string): number {
    const vertices = this.positions.length / 3;
    const number = Number.parseInt(word, 10);
    const index = number < 0 ? vertices + number : number - 1;
    if (Number.isInteger(index) && index >= 0 && index < IMPORT_LIMITS.vertices) return index;
    throw brokenFile("obj", `A face names vertex ${word.slice(0, 40)}, which is none.`, {
      vertices,
    });
  }

  private addFace(words: readonly string[]): void {
    const corners = words.slice(1).map((word) => this.vertexOf(word));
    for (let i = 2; i < corners.length; i++) {
      this.indices.push(corners[0]!, corners[i - 1]!, corners[i]!);
    }
    requireTriangles(this.indices.length / 3);
  }

  mesh(): Mesh {
    const [positions, colors] = [this.positions.done(), this.colors.done()];
    const isColoured = colors.length === positions.length && colors.length > 0;
    return { positions, indices: this.indices.done(), ...(isColoured && { colors }) };
  }
}

/**
 * The faces of an OBJ as triangles, its numbers as mm with Z up; colours at the vertices where all have one.
 * Throws `invalid_input` for an index that is no vertex, `too_large`.
 */
export function readObj(bytes: Uint8Array): Mesh {
  const reader = new ObjReader();
  if (!eachLine(bytes, (line) => reader.visit(line))) {
    throw brokenFile("obj", "Its lines do not end.");
  }
  return reader.mesh();
}
