/** Grows whenever the same spec may give another mesh, measure or picture; part of every cache key and lineage. */
export const KERNEL_VERSION = "2";
