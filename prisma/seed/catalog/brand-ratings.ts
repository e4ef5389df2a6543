/** How people would speak of the demo's invented brands: mean stars and how many ratings. */
export const BRAND_RATINGS: Readonly<Record<string, readonly [stars: number, count: number]>> = {
  "Maison Orvelle": [4.7, 812],
  "Halvard & Finch": [4.4, 367],
  "Lumière Basse": [4.1, 95],
  "Kim Sơn Studio": [4.8, 241],
  Tessera: [4.2, 1260],
  "Plain Mercer": [3.9, 540],
  "Nordlys Sølv": [4.5, 188],
  "Atelier Nove": [4.3, 276],
  "Hạ Linen": [4.6, 431],
  "Brook & Tarn": [4, 150],
  "Sunday Pattern": [3.6, 820],
  "Little Foundry": [4.4, 64],
  "Tí Hon": [4.9, 37],
  "Kleine Werkstatt": [3.4, 22],
};
