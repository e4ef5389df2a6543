/** Cookie with the chosen theme; the server writes it on <html>, so a page never flashes. */
export const THEME_COOKIE = "maquette-theme";

export type Theme = "light" | "dark";

/** The chosen theme, or undefined: then the system's counts. */
export function toTheme(value: string | undefined): Theme | undefined {
  return value === "light" || value === "dark" ? value : undefined;
}
