import { counter, histogram, WORK_BUCKETS_SECONDS } from "../../metrics.ts";
import { isAppError } from "../../shared/errors.ts";
import type { PictureTaskName, PricedWork } from "./picture-tasks.ts";
import type { Inference, PieceWanted, ProviderCallback } from "./port.ts";

const calls = counter("provider_calls_total", "Calls of an engine for pictures and models.", [
  "provider",
  "capability",
  "outcome",
]);
const renders = histogram(
  "render_seconds",
  "Time an engine took to draw the pictures of one order.",
  ["provider"],
  WORK_BUCKETS_SECONDS,
);

type Capability =
  | PictureTaskName
  | "nsfw-check"
  | "order-model"
  | "build-model"
  | "draw-pictures"
  | "find-subject"
  | "read-model"
  | "map-parts"
  | "read-traits";

/** The same engine with its calls counted by what they were for and how they ended. */
export function metered(engine: Inference): Inference {
  const provider = engine.provider ?? engine.engine.name;
  const counted = async <T>(capability: Capability, call: Promise<T>): Promise<T> => {
    try {
      const answer = await call;
      calls({ provider, capability, outcome: "ok" });
      return answer;
    } catch (error) {
      calls({ provider, capability, outcome: isAppError(error) ? error.code : "internal" });
      throw error;
    }
  };
  return {
    ...uncounted(engine),
    orderModel: (...args) => counted("order-model", engine.orderModel(...args)),
    buildModel: (...args) => counted("build-model", engine.buildModel(...args)),
    async drawPictures(...args) {
      const startedMs = performance.now();
      const pictures = await counted("draw-pictures", engine.drawPictures(...args));
      renders((performance.now() - startedMs) / 1000, { provider });
      return pictures;
    },
    makePictures: (task, options) => counted(task.task, engine.makePictures(task, options)),
    judgePictures: (...args) => counted("nsfw-check", engine.judgePictures(...args)),
    findSubject: (...args) => counted("find-subject", engine.findSubject(...args)),
    mapParts: (...args) => counted("map-parts", engine.mapParts(...args)),
    readTraits: (...args) => counted("read-traits", engine.readTraits(...args)),
    readModel: (...args) => counted("read-model", engine.readModel(...args)),
  };
}

/** What asks nothing of an engine's time. */
function uncounted(engine: Inference) {
  return {
    engine: engine.engine,
    provider: engine.provider,
    engineOf: (subject: PieceWanted) => engine.engineOf(subject),
    offers: (task: PictureTaskName | "nsfw-check") => engine.offers(task),
    takeCallback: (callback: ProviderCallback) => engine.takeCallback(callback),
    cancelAbandoned: () => engine.cancelAbandoned(),
    forgetDesign: (designId: string) => engine.forgetDesign(designId),
    estimateMicroUsd: (work: PricedWork) => engine.estimateMicroUsd(work),
    check: () => engine.check(),
    close: () => engine.close(),
  };
}
