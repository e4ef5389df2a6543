"use client";

import { useCallback, useEffect, useState } from "react";
import { keepDraft, readDraft } from "#components/chat/draft.ts";
import { type Settings, USUAL_SETTINGS } from "./settings.ts";

/** What a person has set and written for a design's next pictures, kept in the browser: a reload loses nothing. */
export function useSettings(
  designId: string,
): [settings: Settings, change: (some: Partial<Settings>) => void] {
  const place = `concept:${designId}`;
  const [settings, setSettings] = useState<Settings>(USUAL_SETTINGS);
  useEffect(() => setSettings(toSettings(readDraft(place))), [place]);
  const change = useCallback(
    (some: Partial<Settings>) =>
      setSettings((all) => {
        const next = { ...all, ...some };
        keepDraft(place, JSON.stringify(next));
        return next;
      }),
    [place],
  );
  return [settings, change];
}

/** What was kept, as far as it still fits: another version of this page may have kept other things. */
export function toSettings(kept: string): Settings {
  const known = parse(kept);
  const fitting = Object.entries(USUAL_SETTINGS).map(([name, usual]) => {
    const value = known[name];
    return [name, typeof value === typeof usual ? value : usual];
  });
  return Object.fromEntries(fitting) as Settings;
}

function parse(kept: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(kept || "{}"));
  } catch {
    // Half written, or by somebody's hand: it begins anew.
    return {};
  }
}
