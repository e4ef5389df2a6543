"use client";

import clsx from "clsx";
import { type ReactNode, useEffect, useRef } from "react";

interface MenuProps {
  /** What the button opens, for who cannot see it. */
  label: string;
  /** What stands on the button. */
  button: ReactNode;
  /** Which edge of the button the list keeps to. Default `end`. */
  align?: "start" | "end";
  className?: string;
  /** `MenuItem`s and `MenuLink`s. */
  children: ReactNode;
}

const ITEM =
  "flex w-full items-center gap-2.5 rounded-control px-3 py-2 text-left text-sm hover:bg-hover";

/** A small list of things to do, behind a button. Closes by Escape, by a choice, and when the pointer or the focus goes elsewhere. */
export function Menu({ label, button, align = "end", className, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (details.current) details.current.open = false;
  };
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      if (!details.current?.contains(target as Node)) close();
    };
    document.addEventListener("pointerdown", onPointerDown);
    return () => document.removeEventListener("pointerdown", onPointerDown);
  });
  return (
    <details
      ref={details}
      className={clsx("relative", className)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !details.current?.open) return;
        event.stopPropagation();
        close();
        details.current.querySelector("summary")?.focus();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        // A browser that gives buttons no focus tells nothing here: the pointer's place counts then.
        if (relatedTarget && !currentTarget.contains(relatedTarget)) close();
      }}
    >
      <summary
        aria-label={label}
        className="grid size-9 cursor-pointer list-none place-items-center rounded-control text-muted hover:bg-hover hover:text-ink [&::-webkit-details-marker]:hidden"
      >
        {button}
      </summary>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: a click on an item of it closes it, by key or mouse */}
      <div
        onClick={close}
        className={clsx(
          "absolute z-30 mt-1 w-56 rounded-card border border-line bg-surface p-1.5 shadow-float",
          align === "end" ? "right-0" : "left-0",
        )}
      >
        {children}
      </div>
    </details>
  );
}

interface MenuItemProps {
  onChoose: () => void;
  danger?: boolean;
  children: ReactNode;
}

export function MenuItem({ onChoose, danger, children }: MenuItemProps) {
  return (
    <button type="button" onClick={onChoose} className={clsx(ITEM, danger && "text-bad")}>
      {children}
    </button>
  );
}

/** A file that is saved, or an address that is opened as it is. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className={ITEM}>
      {children}
    </a>
  );
}
