import sharp from "sharp";
import { withPngTexts } from "../kernel/export/png.ts";
import { escapeXml } from "../kernel/export/xml.ts";
import type { FoundSubject } from "../kernel/relief/find-subject.ts";
import { KERNEL_VERSION } from "../kernel/version.ts";
import type { Picture, PictureOrder, Subject } from "./protocol.ts";

/** WebP quality: drafts are looked at for seconds, finals are kept. */
const WEBP_QUALITY = { draft: 80, final: 92 } as const;
const TURN_QUALITY = 78;
/** One turn takes so long, ms. */
const TURN_MS = 2880;

/** What a picture is of: kind, spec, and where known design, revision and words. */
export type About = Readonly<Record<string, unknown>>;

/** IPTC's digital source types: made by a program alone, or of a shape that a trained model made. */
const SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/";
const sourceType = ({ madeElsewhere }: About) =>
  SOURCE_TYPES + (madeElsewhere ? "compositeWithTrainedAlgorithmicMedia" : "algorithmicMedia");

function texts(order: PictureOrder, about: About): Record<string, string> {
  const { view, seed, lights = "studio", background = "light" } = order;
  const made = { ...about, view, seed, lights, background, kernel: KERNEL_VERSION };
  return {
    Software: `Maquette kernel ${KERNEL_VERSION}`,
    "maquette:lineage": JSON.stringify(made),
  };
}

/** XMP packet with the source type and the lineage, for WebP, which has no text of its own. */
function xmp(order: PictureOrder, about: About): string {
  const lineage = escapeXml(texts(order, about)["maquette:lineage"]!);
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:mq="urn:maquette:lineage:1" xmp:CreatorTool="Maquette kernel ${KERNEL_VERSION}" Iptc4xmpExt:DigitalSourceType="${sourceType(about)}"><mq:lineage>${lineage}</mq:lineage></rdf:Description></rdf:RDF></x:xmpmeta>`;
}

const toBuffer = ({ buffer, byteOffset, byteLength }: Uint8ClampedArray) =>
  Buffer.from(buffer, byteOffset, byteLength);

const rawOf = (rgba: Uint8ClampedArray, width: number, height: number) =>
  sharp(toBuffer(rgba), { raw: { width, height, channels: 4 } });

/** Straight RGBA rows → a picture file that says where it comes from: PNG where it is transparent, WebP otherwise. */
export async function encodePicture(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  order: PictureOrder,
  about: About = {},
): Promise<Picture> {
  const raw = rawOf(rgba, width, height);
  const transparent = order.background === "transparent";
  if (transparent) {
    const png = new Uint8Array(await raw.png({ compressionLevel: 8 }).toBuffer());
    const notes = { ...texts(order, about), "XML:com.adobe.xmp": xmp(order, about) };
    const bytes = withPngTexts(png, notes);
    return { ...order, width, height, mediaType: "image/png", bytes };
  }
  const encoded = raw
    .removeAlpha()
    .withXmp(xmp(order, about))
    .webp({ quality: WEBP_QUALITY[order.quality], effort: 3 });
  const bytes = new Uint8Array(await encoded.toBuffer());
  return { ...order, width, height, mediaType: "image/webp", bytes };
}

/** Frames of a turn → an animated WebP that goes on and on. */
export async function encodeTurntable(
  frames: readonly Uint8ClampedArray[],
  sizePx: number,
  order: PictureOrder,
  about: About = {},
): Promise<Picture> {
  const strip = Buffer.concat(frames.map(toBuffer));
  const height = sizePx * frames.length;
  const moving = sharp(strip, { raw: { width: sizePx, height, channels: 4, pageHeight: sizePx } });
  const kept = order.background === "transparent" ? moving : moving.removeAlpha();
  const encoded = kept.withXmp(xmp(order, about)).webp({
    quality: TURN_QUALITY,
    effort: 2,
    loop: 0,
    delay: frames.map(() => Math.round(TURN_MS / frames.length)),
  });
  const bytes = new Uint8Array(await encoded.toBuffer());
  return { ...order, width: sizePx, height: sizePx, mediaType: "image/webp", bytes };
}

/** Opaque PNG of straight RGBA rows. */
export async function encodePng(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
): Promise<Uint8Array> {
  const png = rawOf(rgba, width, height).removeAlpha().png({ compressionLevel: 9 });
  return new Uint8Array(await png.toBuffer());
}

/** A found subject with its mask as a grey PNG, white where the subject is. */
export async function encodeSubject({ mask, ...found }: FoundSubject): Promise<Subject> {
  const { width, height } = found;
  const grey = sharp(Buffer.from(mask.buffer, mask.byteOffset, mask.byteLength), {
    raw: { width, height, channels: 1 },
  });
  return { ...found, png: new Uint8Array(await grey.png().toBuffer()) };
}
