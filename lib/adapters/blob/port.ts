/** What `put` answers: the stored size in bytes and the SHA-256 of the content, hex. */
export interface StoredBlob {
  bytes: number;
  sha256: string;
}

export interface BlobInfo extends StoredBlob {
  key: string;
  contentType: string;
  personal: boolean;
  /** Null for what was stored before this was kept: long ago. */
  storedAt: Date | null;
}

export interface OpenBlob extends BlobInfo {
  stream: ReadableStream<Uint8Array>;
}

/** Bytes `start` to `end`, end excluded. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface PutOptions {
  contentType: string;
  /** A personal photo: encrypted at rest, never cached by proxies. Default false. */
  personal?: boolean;
}

export interface SignedUrlOptions {
  expiresInSeconds: number;
  /** Name offered when the file is saved. */
  filename?: string;
  disposition?: "inline" | "attachment";
}

export interface UploadLinkOptions {
  contentType: string;
  /** Exact size of what will be sent. */
  bytes: number;
  expiresInSeconds: number;
}

/** `PUT` the file to `url` with these headers. */
export interface UploadLink {
  url: string;
  headers: Record<string, string>;
}

/** Files that browsers send to the store themselves, for hosts that take no large request. Places are keys of their own. */
export interface DirectUploads {
  link(place: string, options: UploadLinkOptions): Promise<UploadLink>;
  /** What was sent, or null. It lies there as it came: take it and delete it soon. */
  open(place: string): Promise<ReadableStream<Uint8Array> | null>;
  delete(places: string[]): Promise<void>;
  list(prefix: string): Promise<string[]>;
}

/**
 * Files. Keys are slash-separated segments of letters, digits, `.`, `_` and `-`, e.g.
 * `designs/0192/print.stl`; any other key is `invalid_input`.
 */
export interface Blob {
  /** Name of the implementation, for the readiness page. */
  readonly name: string;
  /** Stores all of the body or nothing; an existing key is replaced in one step. */
  put(
    key: string,
    body: Uint8Array | ReadableStream<Uint8Array>,
    options: PutOptions,
  ): Promise<StoredBlob>;
  /** Opens a blob for streaming, or null when there is none. */
  get(key: string, range?: ByteRange): Promise<OpenBlob | null>;
  /** What is known of a blob without opening it, or null. */
  info(key: string): Promise<BlobInfo | null>;
  /** All bytes. Throws `not_found`. For small files: the whole content is held in memory. */
  read(key: string): Promise<Uint8Array>;
  /** Removes what is there; missing keys are no error. */
  delete(keys: string[]): Promise<void>;
  /** A link that works without a session until it expires; relative to the site. */
  signedUrl(key: string, options: SignedUrlOptions): Promise<string>;
  /** Keys that start with the prefix, sorted. */
  list(prefix: string): Promise<string[]>;
  /** Null: files come through the app. */
  readonly directUploads: DirectUploads | null;
}
