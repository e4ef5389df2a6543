const SIZE_RUN = "zip-";

/** What a size run's ZIP is kept as: a revision has one file of a format, and a ZIP of every run. */
export const sizeRunFormat = (jobId: string): string => `${SIZE_RUN}${jobId}`;

/** The format a kept file is shown with. */
export const shownFormat = (format: string): string =>
  format.startsWith(SIZE_RUN) ? "zip" : format;
