import { CANVAS_PX } from "./canvas.ts";
import { hexToLab } from "./colour.ts";
import { arcAt, type Inside, ovalAt, paintOn } from "./paint.ts";
import type { LabImage } from "./types.ts";

interface Person {
  skin: string;
  hair: string;
  eyes: string;
  lips: string;
  ground: string;
}

/** People nobody is: what a style does to them shows how the style looks. */
const PEOPLE: readonly Person[] = [
  { skin: "#eabb95", hair: "#5b3822", eyes: "#3a6a8a", lips: "#b65a50", ground: "#b9c7d2" },
  { skin: "#8a5a3c", hair: "#1d1512", eyes: "#3b2416", lips: "#7a3a34", ground: "#d9d2c4" },
  { skin: "#f3d3b8", hair: "#c98b3a", eyes: "#4d7a4a", lips: "#c9605c", ground: "#6d8f87" },
  { skin: "#d9a578", hair: "#2c2320", eyes: "#4a3020", lips: "#a5554c", ground: "#e8e4de" },
];

const both =
  (side: Inside, other: Inside): Inside =>
  (x, z) =>
    Math.max(side(x, z), other(x, z));
const mirrored = (one: (side: number) => Inside): Inside => both(one(-1), one(1));

function drawPerson({ skin, hair, eyes, lips, ground }: Person): LabImage {
  const lab = new Float32Array(3 * CANVAS_PX * CANVAS_PX);
  const image: LabImage = { width: CANVAS_PX, height: CANVAS_PX, lab };
  const paint = (inside: Inside, colour: string, soft?: number, share?: number) =>
    paintOn(image, inside, hexToLab(colour), {
      ...{ area: "canvas" as const },
      ...(soft && { soft }),
      ...(share && { share }),
    });
  paint(() => 1, ground);
  paint(ovalAt(0, 18, 17, 17.5), hair);
  paint(ovalAt(0, -4, 6, 8), skin);
  paint(ovalAt(0, 13, 14.2, 15), skin);
  paint(ovalAt(4, 9, 12, 13), "#3a1608", 9, 0.16);
  paint(ovalAt(0, 29, 13, 5), hair);
  paint(
    mirrored((side) => ovalAt(side * 6.5, 17, 2.7, 1.7)),
    "#fbf8f4",
  );
  paint(
    mirrored((side) => ovalAt(side * 6.5, 17, 1.4, 1.5)),
    eyes,
  );
  paint(
    mirrored((side) => ovalAt(side * 6.5, 17, 0.7, 0.8)),
    "#120c0a",
  );
  paint(
    mirrored((side) =>
      arcAt(
        side * 6.5 - 3,
        side * 6.5 + 3,
        (t) => 20 + Math.sin(Math.PI * t),
        () => 0.5,
      ),
    ),
    hair,
  );
  paint(ovalAt(0, 12.2, 1.6, 0.7), "#7a4a34", 1, 0.5);
  paint(ovalAt(0, 8.1, 4.4, 1), lips);
  return image;
}

let drawn: LabImage[] | undefined;

/** Faces to show a style by, on the canvas; always the same. */
export function referenceFaces(): readonly LabImage[] {
  drawn ??= PEOPLE.map(drawPerson);
  return drawn;
}
