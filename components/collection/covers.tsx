import clsx from "clsx";
import { FolderHeart } from "lucide-react";
import { Picture } from "#components/design/picture.tsx";

interface CoversProps {
  /** The main pictures of a collection's newest designs. */
  imageIds: readonly string[];
  className?: string;
}

/** A collection as one square: four of its pictures, one where there are fewer. */
export function Covers({ imageIds, className }: CoversProps) {
  const shown = imageIds.length >= 4 ? imageIds.slice(0, 4) : imageIds.slice(0, 1);
  return (
    <span
      className={clsx(
        "grid aspect-square place-items-center overflow-hidden bg-sunken",
        shown.length > 1 && "grid-cols-2 gap-px",
        className,
      )}
    >
      {shown.map((id) => (
        <Picture
          key={id}
          src={`/api/v1/images/${id}`}
          alt=""
          loading="lazy"
          className="size-full object-cover"
        />
      ))}
      {shown.length === 0 && (
        <FolderHeart aria-hidden className="size-1/3 text-faint" strokeWidth={1.25} />
      )}
    </span>
  );
}
