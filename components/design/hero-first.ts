import type { DesignPicture } from "#lib/designs/types.ts";

/** The picture that sells a piece before the ones that explain it, otherwise in the order they were drawn. */
export function heroFirst(pictures: DesignPicture[]): DesignPicture[] {
  const isHero = (picture: DesignPicture) => picture.view === "hero";
  return [...pictures.filter(isHero), ...pictures.filter((picture) => !isHero(picture))];
}
