import clsx from "clsx";
import type { ComponentProps } from "react";

/** A raised sheet of content. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      className={clsx("rounded-card border border-line bg-surface p-5 shadow-card", className)}
      {...rest}
    />
  );
}

export function CardTitle({ className, ...rest }: ComponentProps<"h2">) {
  return <h2 className={clsx("text-base font-semibold", className)} {...rest} />;
}
