const SIZE_RUN = "zip-";

/** What a size run's ZIP is kept as: a revision has one file of a format, and a ZIP of every run. */
export const sizeRunFormat = (jobId: string): string => `${SIZE_RUN}${jobId}`;

/** Files that are runs of sizes and no models, as a query names them. */
export const SIZE_RUNS = { format: { startsWith: SIZE_RUN } } as const;

/** Whether a kept file is a ZIP of sizes and no model. */
export const isSizeRun = (format: string): boolean => format.startsWith(SIZE_RUN);

/** The format a kept file is shown with. */
export const shownFormat = (format: string): string => (isSizeRun(format) ? "zip" : format);
