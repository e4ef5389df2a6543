import type { Finding } from "../../kernel/finding.ts";
import { POST_RULES } from "../../kernel/jewelry/post.ts";
import { headMeasures, type Measured, verdict } from "../../kernel/jewelry/setting-rules.ts";
import { planEarring } from "./plan.ts";
import type { EarringsSpec } from "./schema.ts";

const hasPost = ({ style, end }: EarringsSpec) => style !== "hoop" || end === "post";

function postMeasures(spec: EarringsSpec): Measured[] {
  if (!hasPost(spec)) return [];
  return [
    {
      rule: "post-width",
      what: "The post's width",
      value: spec.postMm,
      limit: POST_RULES.leastMm,
      at: null,
      advice: "Make the post stouter.",
    },
  ];
}

/** Whether what goes through the ear fits a usual piercing. */
function piercingFinding(spec: EarringsSpec): Finding {
  const value = hasPost(spec) ? spec.postMm : spec.wireMm;
  const fits = value <= POST_RULES.mostMm + 1e-9;
  return {
    rule: "piercing",
    process: "cast-metal",
    status: fits ? "pass" : "warn",
    value,
    limit: POST_RULES.mostMm,
    unit: "mm",
    at: null,
    message: fits
      ? `What goes through the ear is ${value.toFixed(2)} mm thick, which a usual piercing takes.`
      : `What goes through the ear is ${value.toFixed(2)} mm thick; a usual piercing takes up to ${POST_RULES.mostMm} mm.`,
  };
}

/** Verdicts of the rules that need to know the earring: setting, post, piercing. */
export function checkEarrings(spec: EarringsSpec): Finding[] {
  const heads = spec.style === "hoop" ? [] : planEarring(spec).sets.flatMap(headMeasures);
  return [...[...heads, ...postMeasures(spec)].map(verdict), piercingFinding(spec)];
}
