import { decideAtelier } from "#lib/ateliers/admin/decide-atelier.ts";
import { type AtelierProfile, atelierProfile } from "#lib/ateliers/profile.ts";
import { saveOwnAtelier } from "#lib/ateliers/save-own-atelier.ts";
import { writeRateCard } from "#lib/ateliers/write-rate-card.ts";
import { HOUSE } from "#tests/unit/ateliers/samples.ts";
import { makePerson, type Person } from "../accounts/people.ts";

/** A caster of rose gold in Lyon, changed as a test needs it. */
export function profile(changed: Partial<AtelierProfile> = {}): AtelierProfile {
  return atelierProfile.parse({
    name: "Fonderie des Pentes",
    about: "Two casters on the slopes of the Croix-Rousse.",
    place: "Lyon",
    country: "FR",
    shipsTo: ["eu"],
    languages: ["fr", "en"],
    crafts: ["casting", "stone-setting"],
    materials: ["gold-18k-rose", "gold-18k-yellow"],
    stones: ["diamond", "sapphire"],
    leadTimeDays: 12,
    currency: "EUR",
    contact: {
      person: "Solène Marchetti",
      email: "solene@fonderie-pentes.example",
      phone: "+33 4 00 55 01 99",
      street: "14 montée de la Grande-Côte",
    },
    ...changed,
  });
}

export interface Owner extends Person {
  atelierId: string;
}

/** A person with an approved atelier that has the house's rates. */
export async function openAtelier(changed: Partial<AtelierProfile> = {}): Promise<Owner> {
  const [owner, admin] = await Promise.all([makePerson(), makePerson("admin")]);
  const { id: atelierId } = await saveOwnAtelier(owner.ctx, profile(changed));
  await writeRateCard(owner.ctx, HOUSE);
  await decideAtelier(admin.ctx, { atelierId, decision: "approve", reason: "" });
  return { ...owner, atelierId };
}
