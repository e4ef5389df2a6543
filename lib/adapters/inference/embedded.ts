import { KERNEL_VERSION } from "../../kernel/version.ts";
import { workshop } from "../../workshop/client.ts";
import type { Inference } from "./port.ts";

/** Pictures and models by the kernel on this machine's processors, in the workshop process. */
export function createEmbeddedInference(): Inference {
  const shop = workshop();
  return {
    engine: { name: "maquette-kernel", version: KERNEL_VERSION },
    buildModel: (request, options = {}) => shop.buildModel(request, { signal: options.signal }),
    drawPictures: (request, { signal, onPicture } = {}) =>
      shop.drawPictures(request, { signal, onPicture }),
    findSubject: (request, options = {}) => shop.findSubject(request, { signal: options.signal }),
    check: () => shop.check(),
    close: () => shop.close(),
  };
}
