import texts from "../messages/en/error.json" with { type: "json" };

/** Texts of the error page, bundled with it: it must not depend on what may have failed. */
export const errorTexts = texts;
