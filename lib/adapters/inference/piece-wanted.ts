export type PictureView =
  | "hero"
  | "front"
  | "side"
  | "back"
  | "top"
  | "detail"
  | "head"
  | "turntable";

/** A picture a spec names, ready for the kernel. */
export interface SourcePicture {
  /** Of the stored original; what was made of it is kept under this. */
  sha256: string;
  /** RGBA, 8 bits, not interlaced. */
  png: Uint8Array;
}

/** A brought model's mesh a spec names, as the kernel packs it. */
export interface SourceMesh {
  sha256: string;
  packed: Uint8Array;
}

/** Pictures and meshes a spec names, by the id they are stored under. */
export type SourcePictures = Readonly<Record<string, SourcePicture | SourceMesh>>;

/** Who makes a model or a picture. */
export interface Engine {
  name: string;
  version: string;
}

/** A model of somebody else, as a file: GLB, STL, OBJ or 3MF. */
export interface ForeignModel {
  bytes: Uint8Array;
  /** Its ending says the format where the bytes do not. */
  filename: string;
  sha256: string;
  /** The file's axis that points up; by default what its format says. */
  up?: "y" | "z";
}

/** What is to be made, and of what. */
export interface PieceWanted {
  kind: string;
  spec: Record<string, unknown>;
  sources?: SourcePictures;
  /** What the person wrote, for engines that work from words. */
  prompt?: string;
  /** The shape itself, made elsewhere: it is mended, stood upright and scaled to the spec in place of building. */
  made?: ForeignModel;
  /** Make it on this machine though a provider is there: the person chose so. */
  here?: boolean;
}
