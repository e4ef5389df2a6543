import type { z } from "zod";

interface Row {
  name: string;
  what: string;
  fallback: string;
}

/** The default of a variable as one would write it; empty when there is none. */
function fallbackOf(schema: z.ZodType): string {
  const parsed = schema.safeParse(undefined);
  return parsed.success && parsed.data !== undefined ? `\`${parsed.data}\`` : "";
}

/** A Markdown table of the environment, made from its schema. */
export function environmentTable(shape: Record<string, z.ZodType>): string {
  const rows: Row[] = Object.entries(shape).map(([name, schema]) => ({
    name: `\`${name}\``,
    what: schema.description ?? "",
    fallback: fallbackOf(schema),
  }));
  const lines = rows.map((row) => `| ${row.name} | ${row.fallback} | ${row.what} |`);
  return ["| variable | default | what |", "| --- | --- | --- |", ...lines].join("\n");
}
