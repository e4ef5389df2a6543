/** Grows whenever the same spec may give another mesh, measure or picture; part of every cache key and lineage. */
export const KERNEL_VERSION = "2";

/** How this kernel is named where it made something. */
export const KERNEL_NAME = "maquette-kernel";
