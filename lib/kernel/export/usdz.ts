import { boxOf } from "../measure/extent.ts";
import type { Mesh, Part } from "../mesh.ts";
import { withCreaseNormals } from "../solid/normals.ts";
import { KERNEL_VERSION } from "../version.ts";
import { type Appearance, appearanceOf, PictureShelf } from "./appearance.ts";
import { decimal } from "./bytes.ts";
import { writePng } from "./png.ts";
import { storedZip } from "./stored-zip.ts";
import type { Exportable, Lineage } from "./types.ts";

/** USDZ's entries begin at multiples of so many bytes (USDZ specification 1.3). */
const ALIGNMENT = 64;
/** A metre's tenth of a micrometre. */
const DIGITS = 7;

const quoted = (text: string) => JSON.stringify(text.replace(/[\r\n]+/g, " "));

/** A name as USD's paths have them. */
const asName = (text: string) => `_${text.replace(/[^A-Za-z0-9_]/g, "_")}`;

/** Kernel's frame to metres with Y up, standing on the ground. */
function inMetres(values: Float32Array, lowMm: number, scale: number): string {
  const tuples: string[] = [];
  for (let i = 0; i < values.length; i += 3) {
    const [x, y, z] = [values[i]!, values[i + 2]! - lowMm, -values[i + 1]!];
    tuples.push(`(${[x, y, z].map((v) => decimal(v * scale, DIGITS)).join(", ")})`);
  }
  return `[${tuples.join(", ")}]`;
}

function tuplesOf(values: Float32Array, width: number, digits: number): string {
  const tuples: string[] = [];
  for (let i = 0; i < values.length; i += width) {
    const row = Array.from(values.subarray(i, i + width), (v) => decimal(v, digits));
    tuples.push(`(${row.join(", ")})`);
  }
  return `[${tuples.join(", ")}]`;
}

function meshText(part: Part, name: string, material: string, lowMm: number): string {
  const mesh = part.mesh.normals ? part.mesh : withCreaseNormals(part.mesh);
  return `    def Mesh "${name}" (
        prepend apiSchemas = ["MaterialBindingAPI"]
    )
    {
        uniform bool doubleSided = ${part.role === "cloth" ? 1 : 0}
        uniform token subdivisionScheme = "none"
        int[] faceVertexCounts = [${new Array(mesh.indices.length / 3).fill(3).join(", ")}]
        int[] faceVertexIndices = [${mesh.indices.join(", ")}]
        point3f[] points = ${inMetres(mesh.positions, lowMm, 0.001)}
        normal3f[] normals = ${inMetres(mesh.normals!, 0, 1)} (
            interpolation = "vertex"
        )
${paintText(mesh)}        rel material:binding = </Piece/Materials/${material}>
    }
`;
}

/** USD counts a picture's rows from below. */
function paintText({ uvs, colors }: Mesh): string {
  const up = uvs?.map((value, i) => (i % 2 === 1 ? 1 - value : value));
  const interpolation = '(\n            interpolation = "vertex"\n        )';
  const st = up && `        texCoord2f[] primvars:st = ${tuplesOf(up, 2, 6)} ${interpolation}\n`;
  const rgb =
    colors &&
    `        color3f[] primvars:displayColor = ${tuplesOf(colors, 3, 4)} ${interpolation}\n`;
  return `${st ?? ""}${rgb ?? ""}`;
}

type Source = { kind: "colour" } | { kind: "vertices" } | { kind: "picture"; file: string };

function readerText(path: string, source: Source): string {
  if (source.kind === "colour") return "";
  const isPicture = source.kind === "picture";
  const reader = `            def Shader "Reader"
            {
                uniform token info:id = "UsdPrimvarReader_${isPicture ? "float2" : "float3"}"
                string inputs:varname = "${isPicture ? "st" : "displayColor"}"
                ${isPicture ? "float2" : "float3"} outputs:result
            }
`;
  if (source.kind === "vertices") return reader;
  return `${reader}            def Shader "Picture"
            {
                uniform token info:id = "UsdUVTexture"
                asset inputs:file = @${source.file}@
                token inputs:sourceColorSpace = "sRGB"
                float2 inputs:st.connect = <${path}/Reader.outputs:result>
                token inputs:wrapS = "repeat"
                token inputs:wrapT = "repeat"
                float3 outputs:rgb
            }
`;
}

function colourText({ colour }: Appearance, path: string, source: Source): string {
  if (source.kind === "picture") return `.connect = <${path}/Picture.outputs:rgb>`;
  if (source.kind === "vertices") return `.connect = <${path}/Reader.outputs:result>`;
  return ` = (${colour.map((v) => decimal(v, 4)).join(", ")})`;
}

function materialText(name: string, look: Appearance, source: Source): string {
  const path = `/Piece/Materials/${name}`;
  return `        def Material "${name}"
        {
            token outputs:surface.connect = <${path}/Surface.outputs:surface>
            def Shader "Surface"
            {
                uniform token info:id = "UsdPreviewSurface"
                color3f inputs:diffuseColor${colourText(look, path, source)}
                float inputs:metallic = ${look.metallic}
                float inputs:roughness = ${decimal(look.roughness, 3)}
                float inputs:ior = ${decimal(look.refractiveIndex, 3)}
                float inputs:opacity = ${look.opacity}
                token outputs:surface
            }
${readerText(path, source)}        }
`;
}

function layerText(piece: Exportable, lineage: Lineage, shelf: PictureShelf): string {
  const lowMm = boxOf(piece.parts.map(({ mesh }) => mesh)).min[2];
  const materials = new Map<string, string>();
  const meshes = piece.parts.map((part, index) => {
    const look = appearanceOf(part);
    const source = sourceOf(part, look, shelf);
    const suffix = source.kind === "picture" ? source.file.slice(0, -4) : "";
    const material = asName(look.name + suffix);
    materials.set(material, materialText(material, look, source));
    return meshText(part, `${asName(part.name)}_${index + 1}`, material, lowMm);
  });
  const about = Object.entries({ ...lineage, mesh_hash: piece.meshHash }).map(
    ([key, value]) => `        string ${asName(key).slice(1)} = ${quoted(value)}`,
  );
  return `#usda 1.0
(
    customLayerData = {
${about.join("\n")}
    }
    defaultPrim = "Piece"
    doc = ${quoted(`Maquette kernel ${KERNEL_VERSION}: ${piece.words}`)}
    metersPerUnit = 1
    upAxis = "Y"
)

def Xform "Piece" (
    kind = "component"
)
{
${meshes.join("")}    def Scope "Materials"
    {
${[...materials.values()].join("")}    }
}
`;
}

function sourceOf(part: Part, look: Appearance, shelf: PictureShelf): Source {
  if (look.picture) return { kind: "picture", file: shelf.nameOf(look.picture) };
  return part.mesh.colors && part.role !== "stone" ? { kind: "vertices" } : { kind: "colour" };
}

/** USDZ of all parts for viewers in augmented reality: metres, Y up, standing on the ground. Same piece, same bytes. */
export function writeUsdz(piece: Exportable, lineage: Lineage): Uint8Array {
  const shelf = new PictureShelf();
  const layer = new TextEncoder().encode(layerText(piece, lineage, shelf));
  const pictures = shelf.pictures.map((picture) => ({
    name: shelf.nameOf(picture),
    bytes: writePng(picture),
  }));
  return storedZip([{ name: `${piece.kind}.usda`, bytes: layer }, ...pictures], ALIGNMENT);
}
