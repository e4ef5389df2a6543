import type { InngestFunction } from "inngest";
import { answerMessage } from "./answer-message.ts";
import { buildModel } from "./build-model.ts";
import { drawPictures } from "./draw-pictures.ts";
import { importCatalog } from "./import-catalog.ts";
import { indexProducts } from "./index-products.ts";
import { mailNotice } from "./mail-notice.ts";
import { modelPhotos } from "./model-photos.ts";
import { runSizes } from "./run-sizes.ts";
import {
  endOverdue,
  sweepLostJobs,
  sweepOldFiles,
  sweepOldRows,
  sweepPortfolios,
} from "./sweep.ts";

/** Every durable function, for the route and the embedded executor. */
export const functions: InngestFunction.Like[] = [
  answerMessage,
  drawPictures,
  buildModel,
  runSizes,
  modelPhotos,
  importCatalog,
  indexProducts,
  mailNotice,
  endOverdue,
  sweepLostJobs,
  sweepOldRows,
  sweepOldFiles,
  sweepPortfolios,
];
