import { KERNEL_NAME, KERNEL_VERSION } from "../../kernel/version.ts";
import { notFound } from "../../shared/errors.ts";
import { workshop } from "../../workshop/client.ts";
import { embeddedPictures } from "./embedded-pictures.ts";
import type { Inference } from "./port.ts";

/** Pictures and models by the kernel on this machine's processors, in the workshop process. */
export function createEmbeddedInference(): Inference {
  const shop = workshop();
  const engine = { name: KERNEL_NAME, version: KERNEL_VERSION };
  const pictures = embeddedPictures(shop, engine);
  return {
    engine,
    provider: null,
    engineOf: () => engine,
    orderModel: async () => {},
    forgetDesign: async () => {},
    cancelAbandoned: async () => 0,
    takeCallback: async () => {
      throw notFound("page");
    },
    offers: (task) => pictures.offers(task),
    makePictures: (task, options = {}) => pictures.make(task, options),
    estimateMicroUsd: () => 0,
    judgePictures: async () => null,
    buildModel: (request, options = {}) => shop.buildModel(request, { signal: options.signal }),
    drawPictures: (request, { signal, onPicture } = {}) =>
      shop.drawPictures(request, { signal, onPicture }),
    findSubject: (request, options = {}) => shop.findSubject(request, { signal: options.signal }),
    mapParts: (request, options = {}) => shop.mapParts(request, { signal: options.signal }),
    readTraits: (request, options = {}) => shop.readTraits(request, { signal: options.signal }),
    readModel: (request, options = {}) => shop.readModel(request, { signal: options.signal }),
    check: () => shop.check(),
    close: () => shop.close(),
  };
}
