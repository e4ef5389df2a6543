import { drawCartoons } from "#lib/kernel/figurine/cartoon/draw-cartoons.ts";
import type { CartoonAnswer, CartoonRequest } from "./cartoon-messages.ts";

/** The page's end of this worker; the DOM's types know only windows. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<CartoonRequest>) => void) | null;
  postMessage(message: CartoonAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data: { id, photo, order } }) => {
  const { reading, candidates } = drawCartoons(photo, order);
  const [best] = candidates;
  const { picture, face, skin } = best ?? {};
  scope.postMessage({
    id,
    cartoon: picture && face && skin ? { reading, picture, face, skin } : null,
  });
};
