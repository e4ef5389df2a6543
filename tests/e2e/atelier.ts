import { randomUUID } from "node:crypto";
import path from "node:path";
import pg from "pg";

/**
 * Gives the person with the address an approved atelier with rates, straight in the app's database: how ateliers sign up
 * and are approved is a story of its own.
 */
export async function openAtelierFor(email: string, name: string): Promise<string> {
  const socket = path.join(process.env.MAQUETTE_TEST_HOME ?? "", "socket");
  const client = new pg.Client({ host: socket, user: "postgres", database: "postgres" });
  await client.connect();
  const id = randomUUID();
  const rates = {
    ...{ currency: "EUR", asOf: "2026-11-01", hourlyMinor: 6000, markup: 1.2, roundToMinor: 100 },
    metalPerGMinor: { "silver-925": 180 },
    making: { fixedMinor: 4500, perGMinor: 300 },
    finishMinor: 2000,
  };
  try {
    await client.query(`UPDATE "User" SET "role" = 'atelier' WHERE "email" = $1`, [email]);
    await client.query(
      `INSERT INTO "Atelier" ("id", "ownerId", "status", "name", "about", "place", "country", "shipsTo",
         "languages", "crafts", "materials", "stones", "limits", "leadTimeDays", "currency",
         "rateCardVersion", "updatedAt")
       SELECT $1, "id", 'approved', $3, 'Rings and bands, cast and finished by hand.', 'Hanau', 'DE', '{world}',
         '{en,de}', '{casting}', '{silver-925}', '{}', '{}', 14, 'EUR', 1, now()
       FROM "User" WHERE "email" = $2`,
      [id, email, name],
    );
    await client.query(
      `INSERT INTO "AtelierRateCard" ("id", "atelierId", "version", "rates") VALUES ($1, $2, 1, $3)`,
      [randomUUID(), id, JSON.stringify(rates)],
    );
  } finally {
    await client.end();
  }
  return id;
}
