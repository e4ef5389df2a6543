import { Unzip, UnzipInflate, UnzipPassThrough } from "fflate";
import { AppError } from "../../shared/errors.ts";
import { brokenFile, tooMuch, unsupportedFile } from "./refusals.ts";
import { IMPORT_LIMITS } from "./types.ts";

/** Deflate grows data at most a thousandfold: what a step unpacks stays small. */
const STEP_BYTES = 2 ** 14;
/** How ZIP counts its ways of packing. */
const STORED = 0;
const DEFLATED = 8;

/** A model's numbers pack five to fifty times smaller; what unpacks further is made to swell. */
const MOST_GROWTH = 200;
/** Below this nothing swells enough to harm. */
const SMALL_BYTES = 2 ** 23;

/** Gets what one file of the archive holds, piece by piece; the last piece is empty or marked. */
export type Sink = (piece: Uint8Array, isLast: boolean) => void;

/**
 * Unpacks the files of a ZIP that `open` gives a sink for. Stops with `too_large` when they say they are, or turn out
 * to be, larger together than `maximumBytes` or 200 times as large as packed, or when there are too many; `invalid_input` when it is no sound ZIP.
 */
export function unpack(
  bytes: Uint8Array,
  maximumBytes: number,
  open: (name: string) => Sink | null,
): void {
  let declared = 0;
  let unpacked = 0;
  let entries = 0;
  let unfinished = 0;
  const refuse = () => tooMuch("3mf", "unpacked it is too large", maximumBytes);
  const unzip = new Unzip((file) => {
    if (++entries > IMPORT_LIMITS.entries) {
      throw tooMuch("3mf", "it has too many files", IMPORT_LIMITS.entries);
    }
    const sink = open(file.name);
    if (!sink) return;
    declared += file.originalSize ?? 0;
    if (declared > maximumBytes) throw refuse();
    if (file.compression !== STORED && file.compression !== DEFLATED) {
      throw unsupportedFile("3mf", "It is packed in an unusual way.");
    }
    unfinished++;
    file.ondata = (error, piece, isLast) => {
      if (error) throw error;
      unpacked += piece.length;
      const isSwelling = unpacked > SMALL_BYTES && unpacked > MOST_GROWTH * bytes.length;
      if (unpacked > maximumBytes || isSwelling) throw refuse();
      if (isLast) unfinished--;
      sink(piece, isLast);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  soundly(() => {
    for (let at = 0; at < bytes.length; at += STEP_BYTES) {
      const end = Math.min(bytes.length, at + STEP_BYTES);
      unzip.push(bytes.subarray(at, end), end === bytes.length);
    }
  });
  if (unfinished > 0) throw brokenFile("3mf", "It ends too early.");
}

function soundly(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw brokenFile("3mf", "It is no sound package.", { cause: String(error) });
  }
}
