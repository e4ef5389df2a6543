"use client";

import { useEffect, useRef, useState } from "react";
import { FACE_EDGE_PX, windowOf, withinWindow } from "#lib/kernel/figurine/cartoon/face-window.ts";
import type { Raster } from "#lib/kernel/raster/raster.ts";
import type { PhotoPlace } from "../photo-crop.tsx";
import type { Wish } from "../wish/use-wish.ts";
import type { CartoonAnswer, CartoonRequest, LiveCartoon } from "./cartoon-messages.ts";

/** After this pause without changes the cartoon is drawn, ms. */
const SETTLE_MS = 350;

/** A cartoon with an id of its own, so that what is made of it is made anew with it. */
export interface NamedCartoon extends LiveCartoon {
  id: string;
}

/** The cartoon of a photo as it is marked now, drawn on this device; null until there is one. */
export function useLiveCartoon(
  place: PhotoPlace | null,
  { style, strength, seed }: Wish,
): NamedCartoon | null {
  const [cartoon, setCartoon] = useState<NamedCartoon | null>(null);
  const worker = useRef<Worker | null>(null);
  const wanted = useRef(0);
  const { image = null, marks, changes } = place ?? {};
  const { skinColour, hairColour } = changes ?? {};
  const key = image && JSON.stringify([marks, skinColour, hairColour, style, strength, seed]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds what the order is made of
  useEffect(() => {
    if (!image || !marks) return;
    const turn = ++wanted.current;
    const draw = () => {
      worker.current ??= new Worker(new URL("./cartoon.worker.ts", import.meta.url), {
        type: "module",
      });
      worker.current.onmessage = ({ data }: MessageEvent<CartoonAnswer>) => {
        if (data.id === wanted.current && data.cartoon)
          setCartoon({ ...data.cartoon, id: `on-this-device-${turn}` });
      };
      const window = windowOf(marks, image.naturalWidth / image.naturalHeight);
      const request: CartoonRequest = {
        id: turn,
        photo: rasterOf(image, window),
        order: {
          ...{ style, strength, seeds: [seed], marks: withinWindow(marks, window) },
          ...{ skin: skinColour, hair: hairColour },
        },
      };
      worker.current.postMessage(request);
    };
    const settle = setTimeout(draw, SETTLE_MS);
    return () => clearTimeout(settle);
  }, [image, key]);

  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = null;
    },
    [],
  );
  return image ? cartoon : null;
}

/** A part of a photo as the kernel takes it. */
function rasterOf(
  image: HTMLImageElement,
  { x, y, width, height }: ReturnType<typeof windowOf>,
): Raster {
  const [wide, high] = [width * image.naturalWidth, height * image.naturalHeight];
  const by = Math.min(1, FACE_EDGE_PX / Math.max(wide, high));
  const [toWide, toHigh] = [Math.max(1, Math.round(wide * by)), Math.max(1, Math.round(high * by))];
  const context = new OffscreenCanvas(toWide, toHigh).getContext("2d")!;
  context.drawImage(
    image,
    ...([x * image.naturalWidth, y * image.naturalHeight, wide, high] as const),
    ...([0, 0, toWide, toHigh] as const),
  );
  const { data } = context.getImageData(0, 0, toWide, toHigh);
  return { width: toWide, height: toHigh, rgba: new Uint8Array(data.buffer) };
}
