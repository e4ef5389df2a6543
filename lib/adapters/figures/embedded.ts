import { workshop } from "../../workshop/client.ts";
import type { Figures } from "./port.ts";

/** Cartoons and verdicts by the kernel on this machine's processors, in the workshop process. */
export function createEmbeddedFigures(): Figures {
  const shop = workshop();
  return {
    name: "maquette-kernel",
    drawCartoons: (request, options = {}) => shop.drawCartoons(request, options),
    drawReferences: (request, options = {}) => shop.drawReferences(request, options),
    judge: (request, options = {}) => shop.judge({ ...request, quality: "final" }, options),
  };
}
