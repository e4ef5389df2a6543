export type { View } from "./camera.ts";
export { drawPicture } from "./draw-picture.ts";
export { findGemLook } from "./gem-looks.ts";
export { findMetal } from "./metals.ts";
export type { Background, PictureSpec } from "./shot.ts";
