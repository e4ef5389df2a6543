import { flag, mm, percent, picture } from "../field.ts";

/** The fields of every piece that is made of a picture's light and dark. */
export const pictureFields = (standard: { reliefMm: number; mostReliefMm: number }) => ({
  picture: picture({ label: "Picture", group: "Picture" }),
  zoomPercent: percent(50, 300, 100, { label: "Zoom", group: "Picture" }),
  invert: flag(false, { label: "Dark parts high", group: "Picture" }),
  reliefMm: mm(0.2, standard.mostReliefMm, standard.reliefMm, {
    label: "Relief height",
    group: "Relief",
    step: 0.05,
  }),
  smoothingMm: mm(0, 2, 0.12, { label: "Smoothing", group: "Relief", step: 0.02 }),
});

/** What must be brought to a piece with one picture. */
export const needsPicture = (spec: { picture: string | null }) => ({
  pictures: spec.picture ? [spec.picture] : [],
});
