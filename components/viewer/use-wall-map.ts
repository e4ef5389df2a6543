"use client";

import { useEffect, useRef, useState } from "react";
import type { KernelClient } from "./kernel-client.ts";
import type { LivePiece } from "./kernel-messages.ts";

/** After this pause without changes the walls are measured, ms. */
const SETTLE_MS = 300;

export interface WallMapState {
  /** Null while it is made, and where it cannot be. */
  piece: LivePiece | null;
  failed: boolean;
}

const NONE: WallMapState = { piece: null, failed: false };

/**
 * The final piece coloured by how thick it is, in a worker of its own.
 * @param limitMm what counts as too thin, mm; null makes no map
 */
export function useWallMap(
  kind: string,
  spec: Record<string, unknown> | null,
  limitMm: number | null,
): WallMapState {
  const client = useRef<Promise<KernelClient> | null>(null);
  const key = spec && limitMm !== null ? JSON.stringify({ spec, limitMm }) : null;
  const [made, setMade] = useState<(WallMapState & { key: string }) | null>(null);

  useEffect(() => {
    if (!key) return;
    let isGone = false;
    const wanted = JSON.parse(key) as { spec: Record<string, unknown>; limitMm: number };
    const make = async () => {
      client.current ??= import("./kernel-client.ts").then((module) => module.createKernelClient());
      const kernel = await client.current;
      const piece = await kernel
        .build(kind, wanted.spec, "final", { wallLimitMm: wanted.limitMm })
        .catch(() => null);
      if (!isGone) setMade({ key, piece, failed: piece === null });
    };
    const settle = setTimeout(make, SETTLE_MS);
    return () => {
      isGone = true;
      clearTimeout(settle);
    };
  }, [kind, key]);

  useEffect(() => () => close(client), []);
  return made && made.key === key ? made : NONE;
}

function close(client: { current: Promise<KernelClient> | null }): void {
  client.current?.then((made) => made.close());
  client.current = null;
}
