import type { ReactNode } from "react";

export interface AuthCardProps {
  title: string;
  lead: ReactNode;
  /** Below the card: the way to a neighbouring page. */
  foot?: ReactNode;
  children?: ReactNode;
}

export function AuthCard({ title, lead, foot, children }: AuthCardProps) {
  return (
    <>
      <h1 className="text-3xl font-semibold">{title}</h1>
      <p className="mt-2 text-muted">{lead}</p>
      {children ? (
        <div className="mt-8 rounded-card border border-line bg-surface p-6 shadow-card sm:p-8">
          {children}
        </div>
      ) : null}
      {foot ? <div className="mt-6 space-y-3 text-sm text-muted">{foot}</div> : null}
    </>
  );
}
