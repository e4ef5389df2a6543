import { KERNEL_NAME, KERNEL_VERSION } from "../../kernel/version.ts";
import { notFound, unavailable } from "../../shared/errors.ts";
import { workshop } from "../../workshop/client.ts";
import { cutOut } from "./cut-out.ts";
import type { BuildOptions, Inference, MadePictures, PictureTask } from "./port.ts";

/** Pictures and models by the kernel on this machine's processors, in the workshop process. */
export function createEmbeddedInference(): Inference {
  const shop = workshop();
  const engine = { name: KERNEL_NAME, version: KERNEL_VERSION };
  const cut = async (task: PictureTask, { signal }: BuildOptions): Promise<MadePictures> => {
    if (task.task !== "remove-background") throw notOffered(task.task);
    const { picture } = task;
    const { png: mask, width, height } = await shop.findSubject({ picture }, { signal });
    const bytes = await cutOut(picture.png, mask);
    const made = { bytes, mediaType: "image/png", width, height, seed: null, isFlagged: null };
    return { engine, pictures: [made] };
  };
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
    offers: (task) => task === "remove-background",
    makePictures: (task, options = {}) => cut(task, options),
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

const notOffered = (task: string) =>
  unavailable("This installation has no model for that. It takes a provider's key.", {
    retryable: false,
    details: { reason: "not_offered", task },
  });
