import type { ComponentProps } from "react";

type PictureProps = Omit<ComponentProps<"img">, "alt"> & { alt: string };

/** A stored picture. Its link is signed and expires, so Next's image cache has nothing to keep. */
export function Picture({ alt, ...rest }: PictureProps) {
  // biome-ignore lint/performance/noImgElement: as said above
  return <img alt={alt} decoding="async" {...rest} />;
}
