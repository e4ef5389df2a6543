import type { ByteRange, UploadLink, UploadLinkOptions } from "../port.ts";

/** An upload in parts of one size, the last one smaller; nothing is visible before `complete`. */
export interface PartUpload {
  /** `number` counts from 1. */
  put(number: number, bytes: Uint8Array): Promise<void>;
  complete(): Promise<void>;
  /** Gives the upload up; what was sent of it goes. */
  abort(): Promise<void>;
}

/**
 * What a rented store of objects offers, under paths of its own. Errors are AppErrors: `unavailable`
 * (retryable where it may pass by itself), `insufficient_storage`.
 */
export interface ObjectStore {
  readonly name: string;
  put(path: string, bytes: Uint8Array, contentType: string): Promise<void>;
  startParts(path: string, contentType: string): Promise<PartUpload>;
  /** The stored bytes, never from a cache when `fresh`; null when there are none. */
  get(
    path: string,
    options?: { range?: ByteRange; fresh?: boolean },
  ): Promise<ReadableStream<Uint8Array> | null>;
  /** Missing ones are no error. */
  delete(paths: readonly string[]): Promise<void>;
  list(prefix: string): Promise<string[]>;
  /** Where a browser may send one object itself, and with which headers. */
  uploadLink(path: string, options: UploadLinkOptions): Promise<UploadLink>;
}
