"use client";

import clsx from "clsx";
import { SquareSplitHorizontal, Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Picture } from "#components/design/picture.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { SkeletonItems } from "#components/ui/skeleton.tsx";
import type { ConceptView } from "#lib/concepts/types.ts";
import type { ShownPicture } from "./shown-picture.ts";

interface GalleryProps {
  base: ShownPicture | null;
  concepts: readonly ConceptView[];
  nameOf: (concept: ConceptView) => string;
  selectedId: string | null;
  comparedId: string | null;
  /** Places for pictures that are being made. */
  pending: number;
  onSelect: (id: string) => void;
  onCompare: (id: string) => void;
  onFavour: (conceptId: string, favourite: boolean) => void;
}

/** The design as it is and every concept of it, newest first; none is thrown away. */
export function Gallery(props: GalleryProps) {
  const { base, concepts, nameOf, pending } = props;
  const t = useTranslations("concept.gallery");
  const [onlyFavourites, setOnlyFavourites] = useState(false);
  const shown = concepts.filter(({ isFavourite }) => isFavourite || !onlyFavourites);
  return (
    <section aria-label={t("title")} className="grid gap-3">
      <div className="flex items-center justify-between gap-3">
        <h2 className="font-medium">
          {t("title")} <span className="text-muted tabular-nums">{concepts.length}</span>
        </h2>
        <label className="flex items-center gap-2 text-sm text-muted">
          <input
            type="checkbox"
            checked={onlyFavourites}
            onChange={(event) => setOnlyFavourites(event.target.checked)}
            className="size-4 accent-accent"
          />
          {t("onlyFavourites")}
        </label>
      </div>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-4">
        <SkeletonItems count={pending} className="aspect-square rounded-card" />
        {base && !onlyFavourites && (
          <Tile {...props} picture={base} isCompared={props.comparedId === base.id} />
        )}
        {shown.map((concept) => (
          <Tile
            key={concept.id}
            {...props}
            isCompared={props.comparedId === concept.id}
            picture={{
              ...concept.image,
              id: concept.id,
              imageId: concept.image.id,
              name: nameOf(concept),
            }}
            concept={concept}
          />
        ))}
      </ul>
      {shown.length === 0 && onlyFavourites && (
        <p className="text-sm text-muted">{t("noFavourites")}</p>
      )}
    </section>
  );
}

interface TileProps extends GalleryProps {
  picture: ShownPicture;
  concept?: ConceptView;
  isCompared: boolean;
}

function Tile({
  picture,
  concept,
  selectedId,
  isCompared,
  onSelect,
  onCompare,
  onFavour,
}: TileProps) {
  const t = useTranslations("concept.gallery");
  const isSelected = selectedId === picture.id;
  return (
    <li
      className={clsx(
        "overflow-hidden rounded-card border bg-surface",
        isSelected ? "border-accent" : "border-line",
      )}
    >
      <button
        type="button"
        aria-pressed={isSelected}
        aria-label={t("show", { name: picture.name })}
        onClick={() => onSelect(picture.id)}
        className="relative block w-full"
      >
        <Picture
          src={picture.url}
          alt=""
          loading="lazy"
          width={picture.width}
          height={picture.height}
          className="aspect-square w-full bg-hover object-cover"
        />
        {concept?.lineage.isAiMade && (
          <Badge tone="warn" className="absolute left-2 top-2">
            {t("aiMade")}
          </Badge>
        )}
      </button>
      <div className="flex items-center gap-1 px-2 py-1.5">
        <p className="min-w-0 flex-1 truncate text-xs text-muted">{picture.name}</p>
        <SmallButton
          label={t("compare", { name: picture.name })}
          pressed={isCompared}
          onClick={() => onCompare(picture.id)}
        >
          <SquareSplitHorizontal size={15} aria-hidden />
        </SmallButton>
        {concept && (
          <SmallButton
            label={t("favourite", { name: picture.name })}
            pressed={concept.isFavourite}
            onClick={() => onFavour(concept.id, !concept.isFavourite)}
          >
            <Star size={15} aria-hidden fill={concept.isFavourite ? "currentColor" : "none"} />
          </SmallButton>
        )}
      </div>
    </li>
  );
}

interface SmallButtonProps {
  label: string;
  pressed: boolean;
  onClick: () => void;
  children: ReactNode;
}

function SmallButton({ label, pressed, onClick, children }: SmallButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onClick}
      className={clsx(
        "grid size-7 place-items-center rounded-control hover:bg-hover",
        pressed ? "text-accent" : "text-muted",
      )}
    >
      {children}
    </button>
  );
}
