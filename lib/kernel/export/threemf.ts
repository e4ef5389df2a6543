import { strToU8, zipSync } from "fflate";
import { findMaterial } from "../../shared/materials.ts";
import { boxOf } from "../measure/extent.ts";
import { madeParts } from "../measure/measure-parts.ts";
import type { Mesh } from "../mesh.ts";
import { findMetal } from "../render/metals.ts";
import { meshOnBed } from "./on-bed.ts";
import type { Exportable, Lineage } from "./types.ts";

/** Coordinates are written to a nanometre; fewer digits make slivers vanish. */
const DIGITS = 6;
const QUANTUM_MM = 10 ** -DIGITS;
/** A ZIP holds times from 1980 on; a fixed one keeps the bytes equal. */
const ZIP_TIME = new Date(1980, 0, 1);
const LINEAGE_NAMESPACE = "urn:maquette:lineage:1";

const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>`;

const RELATIONSHIPS = `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Target="/3D/3dmodel.model" Id="model" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>`;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text safe in XML 1.0; control characters it cannot hold are left out. */
function escapeXml(text: string): string {
  return Array.from(text)
    .filter((character) => character >= " " || character === "\t" || character === "\n")
    .map((character) => ENTITIES[character] ?? character)
    .join("");
}

function metadata(name: string, value: string): string {
  return `<metadata name="${escapeXml(name)}">${escapeXml(value)}</metadata>\n`;
}

function displayColour(material: string): string {
  const linear = findMetal(material)?.reflectance ??
    findMaterial(material)?.colour ?? [0.6, 0.6, 0.6];
  const hex = linear.map((value) => {
    const encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(1, encoded) * 255)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${hex.join("").toUpperCase()}FF`;
}

const coordinate = (value: number) => value.toFixed(DIGITS).replace(/\.?0+$/, "");

function meshXml({ positions, indices }: Mesh): string {
  const lines = ["<mesh><vertices>"];
  for (let i = 0; i < positions.length; i += 3) {
    const [x, y, z] = [positions[i]!, positions[i + 1]!, positions[i + 2]!].map(coordinate);
    lines.push(`<vertex x="${x}" y="${y}" z="${z}"/>`);
  }
  lines.push("</vertices><triangles>");
  for (let i = 0; i < indices.length; i += 3) {
    lines.push(`<triangle v1="${indices[i]}" v2="${indices[i + 1]}" v3="${indices[i + 2]}"/>`);
  }
  lines.push("</triangles></mesh>");
  return lines.join("\n");
}

/** Words a lineage name may have as an XML name. */
const asName = (key: string) => key.replace(/[^A-Za-z0-9_.-]/g, "_");

function modelXml(piece: Exportable, lineage: Lineage): string {
  const mesh = meshOnBed(piece.parts, QUANTUM_MM);
  const { min } = boxOf([mesh]);
  const material = madeParts(piece.parts)[0]?.material ?? "metal";
  const lineageXml = Object.entries(lineage).map(([key, value]) =>
    metadata(`mq:${asName(key)}`, value),
  );
  // The item's transform moves the piece into the positive corner where printers look for it.
  const place = `1 0 0 0 1 0 0 0 1 ${coordinate(-min[0])} ${coordinate(-min[1])} 0`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<model unit="millimeter" xml:lang="en-US" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02" xmlns:mq="${LINEAGE_NAMESPACE}">
${metadata("Title", piece.kind)}${metadata("Description", piece.words)}${metadata("Application", "Maquette")}${metadata("mq:mesh_hash", piece.meshHash)}${lineageXml.join("")}<resources>
<basematerials id="1"><base name="${escapeXml(material)}" displaycolor="${displayColour(material)}"/></basematerials>
<object id="2" name="${escapeXml(piece.kind)}" type="model" pid="1" pindex="0">${meshXml(mesh)}</object>
</resources><build><item objectid="2" transform="${place}"/></build></model>`;
}

/** 3MF of what is made: mm, Z up, standing on the bed, with its metal and lineage. Same piece, same bytes. */
export function write3mf(piece: Exportable, lineage: Lineage): Uint8Array {
  const entry = (text: string) =>
    [strToU8(text), { level: 6, mtime: ZIP_TIME }] as [Uint8Array, { level: 6; mtime: Date }];
  return zipSync({
    "[Content_Types].xml": entry(CONTENT_TYPES),
    "_rels/.rels": entry(RELATIONSHIPS),
    "3D/3dmodel.model": entry(modelXml(piece, lineage)),
  });
}
