import type { PictureCheck } from "./port.ts";

/** Who looks at pictures: nobody where no service is rented. */
export const createPictureCheck = (): PictureCheck | null => null;
