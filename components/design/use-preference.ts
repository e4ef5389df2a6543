"use client";

import { useSyncExternalStore } from "react";

const subscribe = () => () => undefined;

/** What the person prefers, as the page says it on its root: the server has no page to read. */
export function usePreference(
  name: "units" | "ringSystem" | "currency" | "perEuro",
): string | null {
  return useSyncExternalStore(
    subscribe,
    () => document.documentElement.dataset[name] ?? null,
    () => null,
  );
}

/** Whether lengths are shown in inches. */
export const useInches = () => usePreference("units") === "inch";

/** The system ring sizes are shown in first; null: none was chosen. */
export const usePreferredRingSystem = () => usePreference("ringSystem");
