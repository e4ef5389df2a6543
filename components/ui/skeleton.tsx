import clsx from "clsx";

/** The shape of what is being loaded; announce the loading itself once, beside it. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={clsx("skeleton", className)} />;
}

/** Items of a list that are still being made. */
export function SkeletonItems({ count, className }: { count: number; className?: string }) {
  return Array.from({ length: count }, (_, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
    <li key={at} aria-hidden className={clsx("skeleton", className)} />
  ));
}
