"use client";

import { useEffect, useRef, useState } from "react";
import type { KernelClient } from "./kernel-client.ts";
import type { KernelRequest, LivePiece } from "./kernel-messages.ts";

/** After this pause the piece is built once more, in full quality, ms. */
const SETTLE_MS = 700;

export interface LiveState {
  /** The newest piece there is; an older one stays while the next is built. */
  piece: LivePiece | null;
  /** How long the last preview took in the worker, ms; the full mesh and its wall check take longer. */
  previewMs: number | null;
  building: boolean;
  /** Why the values do not go together, in the user's words. */
  refused: string | null;
  /** The kernel does not run in this browser. */
  broken: boolean;
}

const EMPTY: LiveState = {
  piece: null,
  previewMs: null,
  building: false,
  refused: null,
  broken: false,
};

/**
 * Builds a spec in the browser's kernel whenever it changes: a preview at once, the full mesh when
 * it rests. The kernel is loaded with the first spec; null builds nothing. `pictures` are those of the spec that are on
 * this device alone.
 */
export function useLivePiece(
  kind: string,
  spec: Record<string, unknown> | null,
  pictures?: KernelRequest["pictures"],
): LiveState {
  const [state, setState] = useState(EMPTY);
  const client = useRef<Promise<KernelClient> | null>(null);
  const wanted = useRef(0);
  const key = spec ? JSON.stringify(spec) : null;
  // A spec names each picture by an id of its own: the spec tells when they change.
  const given = useRef(pictures);
  given.current = pictures;

  useEffect(() => {
    if (!key) return;
    const turn = ++wanted.current;
    client.current ??= import("./kernel-client.ts").then((module) => module.createKernelClient());
    const loading = client.current;
    const build = async (quality: "preview" | "final") => {
      const order = { kind, spec: JSON.parse(key), quality, pictures: given.current };
      const next = await buildOnce(loading, order);
      if (wanted.current === turn && next) setState((now) => ({ ...now, ...next }));
    };
    setState((now) => ({ ...now, building: true }));
    build("preview");
    const settle = setTimeout(() => build("final"), SETTLE_MS);
    return () => clearTimeout(settle);
  }, [kind, key]);

  useEffect(() => () => close(client), []);
  return state;
}

async function buildOnce(
  loading: Promise<KernelClient>,
  { kind, spec, quality, pictures }: Omit<KernelRequest, "id">,
): Promise<Partial<LiveState> | null> {
  try {
    const piece = await (await loading).build(kind, spec, quality, { pictures });
    if (!piece) return null;
    const timed = quality === "preview" && { previewMs: piece.tookMs };
    return { piece, ...timed, building: false, refused: null, broken: false };
  } catch (error) {
    const refused = error instanceof Error && error.name === "SpecRefused" ? error.message : null;
    return { building: false, refused, broken: refused === null };
  }
}

/** React mounts twice while developing: the next effect makes a new client. */
function close(client: { current: Promise<KernelClient> | null }): void {
  client.current?.then((made) => made.close());
  client.current = null;
}
