import { SaxesParser } from "saxes";
import { growingFloats, growingWords } from "./growing.ts";
import { brokenFile, tooMuch } from "./refusals.ts";
import { requireTriangles } from "./sound-mesh.ts";
import { srgbToLinear } from "./srgb.ts";
import { IMPORT_LIMITS } from "./types.ts";

/** An object within another, or an item on the plate. */
export interface Placement {
  object: string;
  /** Where the object is described, when in another file. */
  path: string | null;
  /** 3MF's twelve numbers: three axes and the origin. */
  matrix: readonly number[];
}

export interface ModelObject {
  positions: Float32Array;
  indices: Uint32Array;
  /** Number of a colour of `colours` × corners; −1 for none. Null when no corner has one. */
  cornerColours: Int32Array | null;
  components: Placement[];
}

export interface Model {
  /** Millimetres of the file's unit. */
  unitMm: number;
  objects: Map<string, ModelObject>;
  items: Placement[];
  /** Linear RGB. */
  colours: (readonly [number, number, number])[];
}

const UNITS: Readonly<Record<string, number>> = {
  micron: 0.001,
  millimeter: 1,
  centimeter: 10,
  inch: 25.4,
  foot: 304.8,
  meter: 1000,
};

const IDENTITY = [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0];

type Attributes = Readonly<Record<string, string>>;

/** A property group: its colours' numbers in the model's list. */
type Group = number[];

/** Reads one `.model` file as it is unpacked; its elements' text is never kept. */
export class ModelReader {
  readonly model: Model = { unitMm: 1, objects: new Map(), items: [], colours: [] };
  private readonly parser = new SaxesParser();
  private readonly decoder = new TextDecoder();
  private readonly groups = new Map<string, Group>();
  private group: Group = [];
  private depth = 0;
  private triangles = 0;
  private vertices = 0;
  private open: OpenObject | null = null;

  constructor() {
    this.parser.on("opentag", (tag) => this.onOpen(tag.name, tag.attributes as Attributes));
    this.parser.on("closetag", (tag) => this.onClose(tag.name));
    this.parser.on("doctype", () => {
      throw brokenFile("3mf", "Its description defines entities, which no model needs.");
    });
    this.parser.on("error", () => {
      throw brokenFile("3mf", "Its description is no sound XML.");
    });
  }

  push(piece: Uint8Array, isLast: boolean): void {
    this.parser.write(this.decoder.decode(piece, { stream: !isLast }));
    if (isLast) this.parser.close();
  }

  private onOpen(tag: string, at: Attributes): void {
    if (++this.depth > IMPORT_LIMITS.depth) throw tooMuch("3mf", "it is nested too deep", 64);
    const name = local(tag);
    if (name === "vertex") this.addVertex(at);
    else if (name === "triangle") this.addTriangle(at);
    else if (name === "model") this.model.unitMm = UNITS[at.unit ?? "millimeter"] ?? 1;
    else if (name === "object") this.open = openObject(at);
    else if (name === "component") this.open?.components.push(placement(at));
    else if (name === "item") this.model.items.push(placement(at));
    else if (name === "basematerials" || name === "colorgroup") this.openGroup(at);
    else if (name === "base") this.addColour(at.displaycolor);
    else if (name === "color") this.addColour(at.color);
    this.requireFew();
  }

  private requireFew(): void {
    const placed = this.model.items.length + (this.open?.components.length ?? 0);
    if (Math.max(placed, this.model.objects.size) > IMPORT_LIMITS.instances) {
      throw tooMuch("3mf", "it places too many objects", IMPORT_LIMITS.instances);
    }
    if (this.vertices > IMPORT_LIMITS.vertices) {
      throw tooMuch("3mf", "it has too many vertices", IMPORT_LIMITS.vertices);
    }
  }

  private onClose(tag: string): void {
    this.depth--;
    if (local(tag) !== "object" || !this.open) return;
    const { id, positions, indices, colours, isColoured, components } = this.open;
    this.model.objects.set(id, {
      positions: positions.done(),
      indices: indices.done(),
      cornerColours: isColoured ? Int32Array.from(colours.done()) : null,
      components,
    });
    this.open = null;
  }

  private openGroup(at: Attributes): void {
    this.group = [];
    this.groups.set(at.id ?? "", this.group);
  }

  private addColour(text: string | undefined): void {
    const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(text ?? "");
    const [r, g, b] = (hex?.slice(1) ?? ["ff", "ff", "ff"]).map((pair) =>
      srgbToLinear(Number.parseInt(pair, 16) / 255),
    );
    this.group.push(this.model.colours.length);
    this.model.colours.push([r!, g!, b!]);
  }

  private addVertex({ x, y, z }: Attributes): void {
    this.vertices++;
    this.open?.positions.push(coordinate(x), coordinate(y), coordinate(z));
  }

  private addTriangle({ v1, v2, v3, pid, p1, p2, p3 }: Attributes): void {
    const { open } = this;
    if (!open) return;
    requireTriangles(++this.triangles);
    open.indices.push(vertexNumber(v1), vertexNumber(v2), vertexNumber(v3));
    const group = this.groups.get(pid ?? open.pid ?? "");
    const first = p1 ?? open.pindex;
    const of = (index: string | undefined) => group?.[Number(index ?? first)] ?? -1;
    const [a, b, c] = [of(p1), of(p2), of(p3)];
    if (a >= 0) open.isColoured = true;
    open.colours.push(a, b, c);
  }
}

interface OpenObject {
  id: string;
  pid: string | undefined;
  pindex: string | undefined;
  positions: ReturnType<typeof growingFloats>;
  indices: ReturnType<typeof growingWords>;
  colours: ReturnType<typeof growingFloats>;
  isColoured: boolean;
  components: Placement[];
}

function openObject({ id = "", pid, pindex }: Attributes): OpenObject {
  return {
    id,
    pid,
    pindex,
    positions: growingFloats(),
    indices: growingWords(),
    colours: growingFloats(),
    isColoured: false,
    components: [],
  };
}

const local = (tag: string) => tag.slice(tag.indexOf(":") + 1);

const coordinate = (text: string | undefined) => Number(text ?? "none");

function vertexNumber(text: string | undefined): number {
  const index = Number(text ?? "none");
  if (Number.isInteger(index) && index >= 0 && index < IMPORT_LIMITS.vertices) return index;
  throw brokenFile("3mf", `A triangle names vertex ${String(text).slice(0, 40)}, which is none.`);
}

function placement(at: Attributes): Placement {
  const path = Object.entries(at).find(([name]) => local(name) === "path")?.[1] ?? null;
  const numbers = (at.transform ?? "").trim().split(/\s+/).map(Number);
  const isMatrix = numbers.length === 12 && numbers.every(Number.isFinite);
  return { object: at.objectid ?? "", path, matrix: isMatrix ? numbers : IDENTITY };
}
