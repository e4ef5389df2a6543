import { deflateSync } from "node:zlib";
import sharp from "sharp";

/** A file somebody may send, and what it must be answered. */
export interface Sent {
  title: string;
  filename: string;
  bytes: Uint8Array;
  /** Null where it is to be taken. */
  code: "invalid_input" | "unsupported_type" | "too_large" | null;
}

const text = (words: string) => new TextEncoder().encode(words);

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#4488cc" } });

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

/** A PNG of the given header whose pixels are `data`, deflated. */
export function png(width: number, height: number, data: Uint8Array, depth = 8, colour = 0) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(data)),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat([signature, ...chunks]));
}

const PIXELS_OF_50_MP = 50_000_000;

async function goodFiles(): Promise<Sent[]> {
  const jpeg = new Uint8Array(await picture(64, 48).jpeg().toBuffer());
  const good = (title: string, filename: string, bytes: Uint8Array): Sent => ({
    ...{ title, filename, bytes: new Uint8Array(bytes) },
    code: null,
  });
  const cmyk = await picture(40, 40).toColourspace("cmyk").jpeg().toBuffer();
  const sixteen = await picture(40, 40).toColourspace("rgb16").png().toBuffer();
  const turned = await picture(60, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const long = `${"🦊".repeat(300)}.jpg`;
  return [
    good("a JPEG", "cup.jpg", jpeg),
    good("a PNG", "cup.png", await picture(30, 30).png().toBuffer()),
    good("a WebP", "cup.webp", await picture(30, 30).webp().toBuffer()),
    good("a JPEG named .png", "cup.png", jpeg),
    good("a CMYK JPEG", "print.jpg", cmyk),
    good("a 16-bit PNG", "deep.png", sixteen),
    good("a PNG of one bit a pixel", "bit.png", png(8, 8, new Uint8Array(16), 1)),
    good("a grey PNG", "grey.png", png(4, 4, new Uint8Array(20))),
    good("a turned photo", "turned.jpg", turned),
    good(
      "a polyglot: JPEG with a script behind its end",
      "x.jpg",
      join(jpeg, text("<script>1</script>")),
    ),
    good("a name that climbs folders", "../../etc/passwd", jpeg),
    good("a name with a null", "a\u0000b.jpg", jpeg),
    good("a name of 300 emoji", long, jpeg),
    good("a name that turns its direction", "gpj.\u202eexe.jpg", jpeg),
    good("a name of dots", "....", jpeg),
    good("a name of Windows", "C:\\fakepath\\con.jpg", jpeg),
    good("no name", "", jpeg),
    good("a picture of one pixel", "dot.png", await picture(1, 1).png().toBuffer()),
  ];
}

const join = (...pieces: Uint8Array[]) => new Uint8Array(Buffer.concat(pieces));

/** Signatures of what is no picture we take. */
const OTHERS: [string, number[]][] = [
  ["a GIF", [0x47, 0x49, 0x46, 0x38, 0x39, 0x61]],
  ["a BMP", [0x42, 0x4d]],
  ["a TIFF", [0x49, 0x49, 0x2a, 0x00]],
  ["a PDF", [0x25, 0x50, 0x44, 0x46]],
  ["a ZIP", [0x50, 0x4b, 0x03, 0x04]],
  ["a gzip", [0x1f, 0x8b, 0x08]],
  ["an ELF program", [0x7f, 0x45, 0x4c, 0x46]],
  ["a Windows program", [0x4d, 0x5a]],
  ["a RIFF that is sound", [...text("RIFF\u0010\u0000\u0000\u0000WAVE")]],
  ["a HEIC", [0, 0, 0, 24, ...text("ftypheic")]],
  ["an AVIF", [0, 0, 0, 24, ...text("ftypavif")]],
  ["an ICO", [0, 0, 1, 0]],
  ["a JPEG XL", [0xff, 0x0a]],
  ["a PSD", [...text("8BPS")]],
];

async function wrongFiles(): Promise<Sent[]> {
  const of = (title: string, bytes: Uint8Array, code: Sent["code"] = "unsupported_type"): Sent => ({
    ...{ title, filename: "photo.png", bytes, code },
  });
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>';
  return [
    ...OTHERS.map(([title, head]) => of(title, join(Uint8Array.from(head), new Uint8Array(200)))),
    of("a text named .png", text("I am no picture.")),
    of("an SVG that names a file", text(svg)),
    of("a page", text("<!doctype html><script>alert(1)</script>")),
    of("zero bytes", new Uint8Array(), "invalid_input"),
    of("one byte", Uint8Array.of(0xff)),
    of("zeros", new Uint8Array(1000)),
    of("a PNG of 65,535 × 65,535", png(65_535, 65_535, new Uint8Array(10)), "too_large"),
    of("a PNG just over 50 megapixels", png(10_000, 5_001, new Uint8Array(10)), "too_large"),
    of("a bomb: 50 megapixels in few bytes, cut", bomb(), "invalid_input"),
    of("a PNG of no width", png(0, 10, new Uint8Array(10)), "invalid_input"),
    of("a PNG of 2³¹ width", png(0x7fffffff, 1, new Uint8Array(10)), "invalid_input"),
    of("a PNG of an unknown colour type", png(8, 8, new Uint8Array(80), 8, 5), "invalid_input"),
    of("only a JPEG's beginning", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "invalid_input"),
    of("only a PNG's beginning", png(8, 8, new Uint8Array(80)).subarray(0, 8), "invalid_input"),
    of("more than 10 MB", join(png(8, 8, new Uint8Array(72)), new Uint8Array(10.5e6)), "too_large"),
  ];
}

/** A header of just 50 megapixels over pixels that end early. */
const bomb = () => png(10_000, PIXELS_OF_50_MP / 10_000, new Uint8Array(2_000_000));

/** The same small pictures cut short at many places, and with bytes changed: none may do harm. */
async function brokenFiles(): Promise<Sent[]> {
  const sources = {
    jpg: new Uint8Array(await picture(200, 160).jpeg({ quality: 95 }).toBuffer()),
    png: new Uint8Array(await picture(200, 160).png().toBuffer()),
    webp: new Uint8Array(await picture(200, 160).webp({ lossless: true }).toBuffer()),
  };
  return Object.entries(sources).flatMap(([ending, whole]) =>
    Array.from({ length: 36 }, (_, n): Sent => {
      const cut = Math.max(12, Math.floor((whole.length * (n + 1)) / 40));
      return {
        title: `a ${ending} cut after ${cut} bytes`,
        filename: `cut-${n}.${ending}`,
        bytes: whole.slice(0, cut),
        code: "invalid_input",
      };
    }),
  );
}

/** At least 150 files, from good ones with odd names to bombs. */
export async function hostileFiles(): Promise<Sent[]> {
  return [...(await goodFiles()), ...(await wrongFiles()), ...(await brokenFiles())];
}
