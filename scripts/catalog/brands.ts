import type { Shelf } from "./plan/planned.ts";

/** An invented maker: what it sells, in which currency, and how much dearer than the kernel's own price. */
export interface DemoBrand {
  name: string;
  shelves: readonly Shelf[];
  currency: keyof typeof CURRENCIES;
  priceFactor: number;
}

/** How much of each currency one euro is worth, its smallest unit, and the ending of its prices. */
export const CURRENCIES = {
  EUR: { perEuro: 1, minor: 100, step: 500 },
  USD: { perEuro: 1.17, minor: 100, step: 500 },
  GBP: { perEuro: 0.87, minor: 100, step: 500 },
  VND: { perEuro: 30_800, minor: 1, step: 10_000 },
} as const;

export const BRANDS: readonly DemoBrand[] = [
  { name: "Maison Orvelle", shelves: ["fine"], currency: "EUR", priceFactor: 1.45 },
  { name: "Halvard & Finch", shelves: ["fine", "everyday"], currency: "GBP", priceFactor: 1.2 },
  { name: "Lumière Basse", shelves: ["fine"], currency: "EUR", priceFactor: 1.1 },
  { name: "Kim Sơn Studio", shelves: ["fine", "everyday"], currency: "VND", priceFactor: 0.9 },
  { name: "Tessera", shelves: ["fine", "everyday"], currency: "USD", priceFactor: 1 },
  { name: "Plain Mercer", shelves: ["everyday"], currency: "USD", priceFactor: 0.95 },
  { name: "Nordlys Sølv", shelves: ["everyday"], currency: "EUR", priceFactor: 1.15 },
  { name: "Atelier Nove", shelves: ["clothes"], currency: "EUR", priceFactor: 1.25 },
  { name: "Hạ Linen", shelves: ["clothes"], currency: "VND", priceFactor: 0.8 },
  { name: "Brook & Tarn", shelves: ["clothes"], currency: "GBP", priceFactor: 1.05 },
  { name: "Sunday Pattern", shelves: ["clothes"], currency: "USD", priceFactor: 0.9 },
  { name: "Little Foundry", shelves: ["gifts"], currency: "USD", priceFactor: 1 },
  { name: "Tí Hon", shelves: ["gifts"], currency: "VND", priceFactor: 0.85 },
  { name: "Kleine Werkstatt", shelves: ["gifts"], currency: "EUR", priceFactor: 1.1 },
];
