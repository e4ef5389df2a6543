import { strToU8, type Zippable, zipSync } from "fflate";
import { boxOf } from "../measure/extent.ts";
import { madeParts } from "../measure/measure-parts.ts";
import type { PictureShelf } from "./appearance.ts";
import { decimal } from "./bytes.ts";
import { writePng } from "./png.ts";
import { DIGITS, type Resources, resourcesOf } from "./threemf-object.ts";
import type { Exportable, Lineage } from "./types.ts";
import { escapeXml } from "./xml.ts";

/** A ZIP holds times from 1980 on; a fixed one keeps the bytes equal. */
const ZIP_TIME = new Date(1980, 0, 1);
const LINEAGE_NAMESPACE = "urn:maquette:lineage:1";
const CORE = "http://schemas.microsoft.com/3dmanufacturing";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const THUMBNAIL = "Metadata/thumbnail.png";
const MODEL = "3D/3dmodel.model";

const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/><Default Extension="png" ContentType="image/png"/></Types>`;

function relationships(targets: readonly { id: string; path: string; type: string }[]): string {
  const lines = targets.map(
    ({ id, path, type }) => `<Relationship Target="/${path}" Id="${id}" Type="${type}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`;
}

function metadata(name: string, value: string): string {
  return `<metadata name="${escapeXml(name)}">${escapeXml(value)}</metadata>\n`;
}

/** Words a lineage name may have as an XML name. */
const asName = (key: string) => key.replace(/[^A-Za-z0-9_.-]/g, "_");

function modelXml(piece: Exportable, lineage: Lineage, resources: Resources): string {
  const { min } = boxOf(madeParts(piece.parts).map(({ mesh }) => mesh));
  const about = Object.entries(lineage).map(([key, value]) => metadata(`mq:${asName(key)}`, value));
  // The item's transform moves the piece into the positive corner where printers look for it.
  const corner = [-min[0], -min[1]].map((value) => decimal(value, DIGITS)).join(" ");
  const place = `1 0 0 0 1 0 0 0 1 ${corner} 0`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<model unit="millimeter" xml:lang="en-US" xmlns="${CORE}/core/2015/02" xmlns:m="${CORE}/material/2015/02" xmlns:mq="${LINEAGE_NAMESPACE}">
${metadata("Title", piece.kind)}${metadata("Description", piece.words)}${metadata("Application", "Maquette")}${metadata("mq:mesh_hash", piece.meshHash)}${about.join("")}<resources>
${resources.xml}
</resources><build><item objectid="${resources.objects.at(-1)}" transform="${place}"/></build></model>`;
}

function addPictures(files: Zippable, shelf: PictureShelf): void {
  if (shelf.pictures.length === 0) return;
  const targets = shelf.pictures.map((picture, index) => ({
    id: `picture${index + 1}`,
    path: `3D/Textures/${shelf.nameOf(picture)}`,
    type: `${CORE}/2013/01/3dtexture`,
  }));
  files["3D/_rels/3dmodel.model.rels"] = strToU8(relationships(targets));
  for (const [index, { path }] of targets.entries()) files[path] = writePng(shelf.pictures[index]!);
}

/**
 * 3MF of what is made: mm, Z up, standing on the bed, an object for each look with its material, colours or picture,
 * with lineage and, where given, a PNG thumbnail. Same piece, same bytes.
 */
export function write3mf(piece: Exportable, lineage: Lineage, thumbnail?: Uint8Array): Uint8Array {
  const low = boxOf(madeParts(piece.parts).map(({ mesh }) => mesh)).min[2];
  const resources = resourcesOf(piece.parts, piece.kind, low);
  const root = [{ id: "model", path: MODEL, type: `${CORE}/2013/01/3dmodel` }];
  if (thumbnail) {
    root.push({
      id: "thumbnail",
      path: THUMBNAIL,
      type: `${PACKAGE}/relationships/metadata/thumbnail`,
    });
  }
  const files: Zippable = {
    "[Content_Types].xml": strToU8(CONTENT_TYPES),
    "_rels/.rels": strToU8(relationships(root)),
    [MODEL]: strToU8(modelXml(piece, lineage, resources)),
  };
  addPictures(files, resources.pictures);
  if (thumbnail) files[THUMBNAIL] = thumbnail;
  return zipSync(files, { level: 6, mtime: ZIP_TIME });
}
