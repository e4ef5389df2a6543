"use client";

import clsx from "clsx";

export interface Tile<Value extends string> {
  value: Value;
  label: string;
  /** A small picture of it, 1:1. */
  picture: string;
}

interface PictureTilesProps<Value extends string> {
  legend: string;
  /** A heading says the same: the legend is for those who do not see that. */
  isNamedAbove?: boolean;
  name: string;
  tiles: readonly Tile<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  className?: string;
}

/** One of several things, each shown by a picture. */
export function PictureTiles<Value extends string>(props: PictureTilesProps<Value>) {
  const { legend, isNamedAbove, name, tiles, value, onChange, className } = props;
  return (
    <fieldset>
      <legend className={isNamedAbove ? "sr-only" : "mb-2 text-sm font-medium"}>{legend}</legend>
      <div className={clsx("grid gap-2", className)}>
        {tiles.map((tile) => (
          <label
            key={tile.value}
            className="grid cursor-pointer gap-1 rounded-lg border border-line bg-surface p-1.5 text-center text-xs transition-colors hover:bg-hover has-checked:border-accent has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={tile.value}
              checked={tile.value === value}
              onChange={() => onChange(tile.value)}
              className="sr-only"
            />
            {/* biome-ignore lint/performance/noImgElement: a small fixed file of the site's own */}
            <img
              src={tile.picture}
              alt=""
              width={160}
              height={160}
              loading="lazy"
              className="aspect-square w-full rounded-md bg-sunken object-cover"
            />
            <span className="leading-tight">{tile.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
