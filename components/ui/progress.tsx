import clsx from "clsx";

export interface ProgressProps {
  /** 0 to 1; undefined while it cannot be told. */
  value?: number | undefined;
  label: string;
  className?: string;
}

/** How far a long thing is. */
export function Progress({ value, label, className }: ProgressProps) {
  return (
    <progress
      aria-label={label}
      max={1}
      value={value}
      className={clsx("progress", value === undefined && "skeleton", className)}
    />
  );
}
