import type { ReactNode } from "react";

export interface EmptyStateProps {
  title: ReactNode;
  text?: ReactNode;
  /** A drawing or icon above the title. */
  picture?: ReactNode;
  /** `h1` where the state is the whole page. Default `h2`. */
  heading?: "h1" | "h2";
  /** What to do next. */
  children?: ReactNode;
}

/** Nothing here yet, nothing found, or nothing allowed: said kindly, with a way on. */
export function EmptyState({
  title,
  text,
  picture,
  heading: Heading = "h2",
  children,
}: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-6 py-16 text-center">
      {picture ? <div className="mb-2 text-faint">{picture}</div> : null}
      <Heading className="text-xl font-semibold">{title}</Heading>
      {text ? <p className="text-muted">{text}</p> : null}
      {children ? <div className="mt-3 flex flex-wrap justify-center gap-3">{children}</div> : null}
    </div>
  );
}
