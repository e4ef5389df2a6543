type Point = readonly [x: number, y: number];

/** How far a nose's tip stands before the eyes' middles, in distances between them: about 27 of 63 mm. */
const NOSE_DEPTH = 0.43;

/**
 * How far a face is turned to the side, degrees, above 0 to the right of the picture: of how far the nose's tip lies
 * beside the middle of the eyes, along their line. A turn by ψ shortens their distance by cos ψ and moves the tip by
 * sin ψ × its depth, so the ratio of both is tan ψ. Places in pixels of square size.
 */
export function yawOf(rightEye: Point, leftEye: Point, nose: Point): number {
  const [alongX, alongY] = [leftEye[0] - rightEye[0], leftEye[1] - rightEye[1]];
  const apart = Math.max(1e-6, Math.hypot(alongX, alongY));
  const [aside, below] = [
    nose[0] - (rightEye[0] + leftEye[0]) / 2,
    nose[1] - (rightEye[1] + leftEye[1]) / 2,
  ];
  const beside = (aside * alongX + below * alongY) / apart;
  return (Math.atan(beside / apart / NOSE_DEPTH) * 180) / Math.PI;
}
