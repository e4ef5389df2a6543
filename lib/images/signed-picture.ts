import sharp from "sharp";
import { escapeXml } from "#lib/kernel/export/xml.ts";
import { digitalSourceType } from "./digital-source-type.ts";

/** WebP quality of a picture that is kept. */
const QUALITY = 92;

interface Signature {
  /** How it came to be. */
  lineage: Record<string, string>;
  /** Whether other pictures went into it. */
  hasSource: boolean;
  /** PNG keeps what is transparent; default WebP. */
  format?: "webp" | "png";
}

/** A model's picture as a file that says inside what made it, with IPTC's source type for what a trained model made. */
export async function signedPicture(
  bytes: Uint8Array,
  { lineage, hasSource, format = "webp" }: Signature,
) {
  const signed = sharp(bytes).withXmp(xmpOf(lineage, digitalSourceType(true, hasSource)));
  const encoded = format === "png" ? signed.png() : signed.webp({ quality: QUALITY });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  return {
    ...{ bytes: new Uint8Array(data), mediaType: `image/${format}` as const },
    ...{ width: info.width, height: info.height },
  };
}

function xmpOf(lineage: Record<string, string>, sourceType: string): string {
  const words = escapeXml(JSON.stringify(lineage));
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:mq="urn:maquette:lineage:1" xmp:CreatorTool="Maquette" Iptc4xmpExt:DigitalSourceType="${sourceType}"><mq:lineage>${words}</mq:lineage></rdf:Description></rdf:RDF></x:xmpmeta>`;
}
