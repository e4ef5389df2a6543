import type { InngestFunction } from "inngest";
import { answerMessage } from "./answer-message.ts";
import { buildModel } from "./build-model.ts";
import { drawPictures } from "./draw-pictures.ts";
import { importCatalog } from "./import-catalog.ts";
import { indexProducts } from "./index-products.ts";
import { mailNotice } from "./mail-notice.ts";
import { makeConcepts } from "./make-concepts.ts";
import { makeFigurine } from "./make-figurine.ts";
import { modelPhotos } from "./model-photos.ts";
import { runSizes } from "./run-sizes.ts";
import { sendLetter } from "./send-letter.ts";
import {
  endOverdue,
  sweepCatalogs,
  sweepLostJobs,
  sweepOldFiles,
  sweepOldRows,
  sweepPortfolios,
} from "./sweep.ts";
import { sweepFacePhotos } from "./sweep-face-photos.ts";

/** Every durable function, for the route and the embedded executor. */
export const functions: InngestFunction.Like[] = [
  answerMessage,
  drawPictures,
  makeConcepts,
  buildModel,
  runSizes,
  modelPhotos,
  makeFigurine,
  sweepFacePhotos,
  importCatalog,
  indexProducts,
  mailNotice,
  sendLetter,
  endOverdue,
  sweepLostJobs,
  sweepOldRows,
  sweepOldFiles,
  sweepPortfolios,
  sweepCatalogs,
];
