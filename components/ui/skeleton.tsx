import clsx from "clsx";

/** The shape of what is being loaded; announce the loading itself once, beside it. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={clsx("skeleton", className)} />;
}
