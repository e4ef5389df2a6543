import type { Locale } from "#lib/shared/locales.ts";

/** Words of a saved conversation that nobody in it wrote. */
export interface HtmlWords {
  pieces: string;
  you: string;
  picture: string;
  saved: (day: string) => string;
}

export const HTML_WORDS: Record<Locale, HtmlWords> = {
  en: { pieces: "Pieces", you: "You", picture: "Picture", saved: (day) => `saved ${day}` },
  de: { pieces: "Stücke", you: "Du", picture: "Bild", saved: (day) => `gespeichert ${day}` },
  fr: { pieces: "Pièces", you: "Vous", picture: "Image", saved: (day) => `enregistrée ${day}` },
  vi: { pieces: "Món đồ", you: "Bạn", picture: "Hình", saved: (day) => `lưu ${day}` },
};
