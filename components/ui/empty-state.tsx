import type { ReactNode } from "react";

export interface EmptyStateProps {
  title: ReactNode;
  text?: ReactNode;
  /** A drawing or icon above the title. */
  picture?: ReactNode;
  /** What to do next. */
  children?: ReactNode;
}

/** Nothing here yet, nothing found, or nothing allowed: said kindly, with a way on. */
export function EmptyState({ title, text, picture, children }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-6 py-16 text-center">
      {picture ? <div className="mb-2 text-faint">{picture}</div> : null}
      <h2 className="text-xl font-semibold">{title}</h2>
      {text ? <p className="text-muted">{text}</p> : null}
      {children ? <div className="mt-3 flex flex-wrap justify-center gap-3">{children}</div> : null}
    </div>
  );
}
