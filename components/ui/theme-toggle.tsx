"use client";

import { Moon, Sun } from "lucide-react";
import { THEME_COOKIE } from "./theme.ts";

const YEAR_SECONDS = 31_536_000;

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function toggle() {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}

/** Switches between light and dark. */
export function ThemeToggle({ toDark, toLight }: { toDark: string; toLight: string }) {
  return (
    <button
      type="button"
      onClick={toggle}
      className="grid size-9 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink"
    >
      <span className="dark:hidden">
        <Moon aria-hidden className="size-4.5" />
        <span className="sr-only">{toDark}</span>
      </span>
      <span className="hidden dark:block">
        <Sun aria-hidden className="size-4.5" />
        <span className="sr-only">{toLight}</span>
      </span>
    </button>
  );
}
