import { ALLOYS } from "#lib/shared/alloys.ts";
import type { CraftId } from "#lib/shared/crafts.ts";
import { FABRICS, PRINT_MATERIALS, type PrintProcess } from "#lib/shared/materials.ts";
import { STONES } from "#lib/shared/stones.ts";

/** One number, day or choice of a rate card. */
export interface RateField {
  /** Where it stands in the card; `*` is the row's id and `#` the tier's place: `stones.*.#.perCaratMinor`. */
  path: string;
  /** Its name under `desk.rates.fields`. */
  label: string;
  /** Money is typed in the currency's unit and kept in its smallest. */
  unit: "money" | "number" | "date" | "choice";
  /** Of a choice, by the row's id; the first is taken where nothing is chosen. */
  options?: (id: string) => readonly string[];
}

interface AnyGroup {
  /** Which of a row's fields must be filled in: every one, all or none of them, or any. */
  needs: "all" | "all or none" | "any";
  fields: readonly RateField[];
}

export interface RateRow {
  id: string;
  label: string;
  /** Shown in an empty field, by its path. */
  usual?: Readonly<Record<string, string>>;
}

/** Fields that stand once, or once for each row, or in growing tiers for each row. */
export type RateGroup =
  | (AnyGroup & { sort: "fields" })
  | (AnyGroup & { sort: "rows" | "tiers"; rows: readonly RateRow[] });

/** A part of the card that an atelier of one of these crafts charges by; without crafts everybody does. */
export interface RateSection {
  /** Its texts are under `desk.rates.sections`. */
  id: string;
  crafts: readonly CraftId[];
  groups: readonly RateGroup[];
}

const field = (unit: RateField["unit"]) => (path: string, label: string) => ({ path, label, unit });
const money = field("money");
const number = field("number");
const date = field("date");

const once = (needs: AnyGroup["needs"], ...fields: RateField[]): RateGroup => ({
  ...{ sort: "fields", needs, fields },
});

/** Tiers of one stone at most. */
export const MOST_TIERS = 8;

const materialFields = (units: readonly string[]): RateField[] => [
  money("materials.*.minor", "price"),
  { path: "materials.*.per", label: "per", unit: "choice", options: () => units },
];

function printing(process: PrintProcess, units: readonly string[]): RateSection {
  const rows = PRINT_MATERIALS.filter(({ processes }) => processes.includes(process));
  const at = `printing.${process}`;
  return {
    id: process,
    crafts: [process],
    groups: [
      once(
        "all or none",
        money(`${at}.fixedMinor`, "printFixed"),
        money(`${at}.perHourMinor`, "machineHour"),
        number(`${at}.cm3PerHour`, "cm3PerHour"),
        money(`${at}.finishMinor`, "printFinish"),
      ),
      { sort: "rows", needs: "all or none", rows, fields: materialFields(units) },
    ],
  };
}

const METALS: RateGroup = {
  sort: "rows",
  needs: "any",
  fields: [money("metalPerGMinor.*", "perGram"), number("densityGPerCm3.*", "density")],
  rows: ALLOYS.map(({ id, label, densityGPerCm3 }) => ({
    ...{ id, label, usual: { [`densityGPerCm3.${id}`]: String(densityGPerCm3) } },
  })),
};

const SEWING: RateSection = {
  id: "sewing",
  crafts: ["tailoring", "knitting", "embroidery", "leather"],
  groups: [
    once(
      "all or none",
      money("sewing.fixedMinor", "sewingFixed"),
      money("sewing.perHourMinor", "sewingHour"),
      number("sewing.hoursPerM2", "hoursPerM2"),
      money("sewing.finishMinor", "sewingFinish"),
      money("sewing.zipPerCmMinor", "zip"),
      money("sewing.buttonMinor", "button"),
      money("sewing.buckleMinor", "buckle"),
      money("sewing.threadPer100MMinor", "thread"),
    ),
    { sort: "rows", needs: "all or none", rows: FABRICS, fields: materialFields(["m2"]) },
  ],
};

/** All of an atelier's rates, in the order of the form. */
export const RATE_SECTIONS: readonly RateSection[] = [
  {
    id: "general",
    crafts: [],
    groups: [
      once(
        "all",
        date("asOf", "asOf"),
        number("validDays", "validDays"),
        money("hourlyMinor", "hourly"),
        number("markup", "markup"),
        money("roundToMinor", "roundTo"),
      ),
    ],
  },
  {
    id: "metals",
    crafts: ["casting", "goldsmithing"],
    groups: [
      once(
        "all or none",
        money("making.fixedMinor", "makingFixed"),
        money("making.perGMinor", "makingPerG"),
        money("finishMinor", "finish"),
      ),
      METALS,
    ],
  },
  {
    id: "setting",
    crafts: ["stone-setting"],
    groups: [
      once(
        "all or none",
        money("settingMinor.prong", "prong"),
        money("settingMinor.bezel", "bezel"),
        money("settingMinor.pave", "pave"),
        money("settingMinor.channel", "channel"),
      ),
    ],
  },
  {
    id: "stones",
    crafts: ["stone-setting"],
    groups: [
      {
        ...{ sort: "tiers", needs: "all or none", rows: STONES },
        fields: [
          number("stones.*.#.upToCarats", "upToCarats"),
          money("stones.*.#.perCaratMinor", "perCarat"),
        ],
      },
    ],
  },
  {
    id: "engraving",
    crafts: ["engraving"],
    groups: [
      once(
        "all or none",
        money("engraving.fixedMinor", "engravingFixed"),
        money("engraving.perLetterMinor", "perLetter"),
      ),
    ],
  },
  {
    id: "chain",
    crafts: ["chain-making"],
    groups: [
      once(
        "all or none",
        money("chain.perLinkMinor", "perLink"),
        money("chain.claspMinor", "clasp"),
      ),
    ],
  },
  {
    id: "backs",
    crafts: ["goldsmithing"],
    groups: [once("any", money("earringBacksMinor", "backs"))],
  },
  printing("sla", ["cm3", "g"]),
  printing("fdm", ["g", "cm3"]),
  printing("full-colour", ["cm3", "g"]),
  SEWING,
];
