"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";

export interface DeskNavProps {
  label: string;
  pages: readonly { href: string; text: string }[];
}

/** The pages of a desk; the one that is open is marked. */
export function DeskNav({ label, pages }: DeskNavProps) {
  const path = usePathname();
  return (
    <nav aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
      {pages.map(({ href, text }) => (
        <Link
          key={href}
          href={href}
          aria-current={path === href ? "page" : undefined}
          className={clsx(
            "-mb-px whitespace-nowrap border-b-2 px-3 py-2.5 text-sm font-medium -outline-offset-2",
            path === href
              ? "border-accent text-ink"
              : "border-transparent text-muted hover:text-ink",
          )}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
