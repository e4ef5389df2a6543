"use client";

import { useState } from "react";
import type { FigurineChanges } from "#lib/figurines/options.ts";
import {
  type FrameBox,
  frameAround,
  guideIn,
  type MarkName,
  type MarkPlaces,
  type Place,
  sizeOf,
} from "./crop-geometry.ts";

export type SampleName = "skinColour" | "hairColour";

const SAMPLE_PX = 5;

/** A crop that was set before. */
interface CropStart {
  frame?: FrameBox | null;
  marks?: Partial<MarkPlaces>;
}

/** The crop of a photo while a person sets it: frame, marks (the guide's until moved) and corrected colours. */
export function useCrop({ frame: given = null, marks: marked = {} }: CropStart = {}) {
  const [image, setImage] = useState<HTMLImageElement | null>(null);
  const [aspect, setAspect] = useState(1);
  const [middle, setMiddle] = useState<Place>(
    given ? [given.x + given.width / 2, given.y + given.height / 2] : [0.5, 0.45],
  );
  const [size, setSize] = useState(0.85);
  const [own, setOwn] = useState<Partial<MarkPlaces>>(marked);
  const [colours, setColours] = useState<Record<SampleName, string | null>>({
    skinColour: null,
    hairColour: null,
  });
  const [picking, setPicking] = useState<SampleName | null>(null);
  const frame = frameAround(middle, size, aspect);
  const marks = { ...guideIn(frame), ...own };
  const setColour = (name: SampleName, colour: string | null) => {
    setColours({ ...colours, [name]: colour });
    setPicking(null);
  };
  return {
    ...{ image, frame, marks, size, colours, picking },
    ...{ setMiddle, setSize, setColour, setPicking },
    setMark: (name: MarkName, place: Place) => setOwn({ ...own, [name]: place }),
    resetMarks: () => setOwn({}),
    open: (opened: HTMLImageElement) => {
      setImage(opened);
      const opening = opened.naturalWidth / opened.naturalHeight;
      setAspect(opening);
      if (given) setSize(sizeOf(given, opening));
    },
    pick: picking && image && ((place: Place) => setColour(picking, colourAt(image, place))),
    changes: (): FigurineChanges =>
      cropChanges(frame, Object.keys(own).length > 0 ? marks : null, colours),
  };
}

/** What is sent: marks only where they were moved, as only then they were looked at. */
function cropChanges(
  frame: FrameBox,
  marks: MarkPlaces | null,
  colours: Record<SampleName, string | null>,
): FigurineChanges {
  return {
    crop: frame,
    ...(marks && {
      eyes: { right: [...marks.rightEye], left: [...marks.leftEye] },
      mouth: [...marks.mouth],
    }),
    ...(colours.skinColour && { skinColour: colours.skinColour }),
    ...(colours.hairColour && { hairColour: colours.hairColour }),
  };
}

/** The mean colour of a few pixels around a place. */
function colourAt(image: HTMLImageElement, [u, v]: Place): string {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext("2d")!;
  const [x, y] = [u * image.naturalWidth, v * image.naturalHeight];
  const half = SAMPLE_PX / 2;
  context.drawImage(image, x - half, y - half, SAMPLE_PX, SAMPLE_PX, 0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[r, g, b].map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
