import clsx from "clsx";
import { Picture } from "#components/design/picture.tsx";
import type { FigurineView } from "#lib/figurines/get-figurine.ts";

/** Where a picture that a result names can be seen, while it is there. */
export const pictureUrl = ({ pictures }: FigurineView, id: string) =>
  pictures.find((picture) => picture.id === id)?.url;

interface StagePictureProps {
  url: string | undefined;
  alt: string;
  className?: string;
}

/** A picture of a stage. */
export function StagePicture({ url, alt, className }: StagePictureProps) {
  if (!url) return null;
  return (
    <Picture
      src={url}
      alt={alt}
      className={clsx("aspect-square rounded-lg bg-sunken object-cover", className)}
    />
  );
}
