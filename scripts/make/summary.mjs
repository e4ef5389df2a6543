/** @param {number} value @param {number} digits */
function number(value, digits) {
  return value.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/**
 * @param {number} minor
 * @param {string} currency
 */
function money(minor, currency) {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}

/**
 * The numbers of a finished design for people, as Markdown.
 * @param {any} design As REST shows it.
 * @param {{ words: string, answer: string }} turn
 * @returns {string}
 */
export function summaryText(design, { words, answer }) {
  const { revision } = design;
  const sections = [
    `# ${design.title}\n\n> ${words}\n\n${answer}`,
    measureLines(revision),
    priceLines(revision.price),
    findingLines(revision.findings),
    fileLines(revision),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** @param {any} revision */
function measureLines({ measures, words }) {
  if (!measures) return "## Numbers\n\nNot measured yet.";
  const box = measures.box_mm.map((/** @type {number} */ side) => number(side, 2)).join(" × ");
  const wall = measures.thinnest_wall_mm;
  const stones = measures.stones.map(
    (/** @type {any} */ stone) =>
      `- ${stone.count} × ${stone.stone}, ${stone.cut}, ${number(stone.carats_each, 3)} ct each`,
  );
  return [
    `## Numbers\n\n${words ?? ""}\n`,
    `- size: ${box} mm`,
    `- metal: ${number(measures.volume_mm3, 1)} mm³, ${number(measures.mass_g, 2)} g`,
    ...(wall === null ? [] : [`- thinnest wall: ${number(wall, 2)} mm`]),
    `- one closed solid: ${measures.watertight && measures.pieces === 1 ? "yes" : "no"}`,
    ...stones,
  ].join("\n");
}

/** @param {any} price */
function priceLines(price) {
  if (!price) return "## Price\n\nNot priced.";
  const lines = price.lines.map(
    (/** @type {any} */ line) =>
      `| ${line.label} | ${line.basis} | ${money(line.amount_minor, price.currency)} |`,
  );
  return [
    "## Price\n\n| | | |\n| --- | --- | ---: |",
    ...lines,
    `| **Total** | | **${money(price.total_minor, price.currency)}** |`,
  ].join("\n");
}

/** @param {any[]} findings */
function findingLines(findings) {
  const open = findings.filter((finding) => finding.status !== "pass");
  const passed = findings.length - open.length;
  const lines = open.map((finding) => `- ${finding.status}: ${finding.message}`);
  return [`## Rules\n\n- ${passed} of ${findings.length} rules pass`, ...lines].join("\n");
}

/** @param {any} revision */
function fileLines({ files, pictures }) {
  const models = files.map(
    (/** @type {any} */ file) =>
      `- ${file.filename}: for ${file.purpose}, ${number(file.bytes / 1000, 0)} kB`,
  );
  return ["## Files\n", ...models, `- ${pictures.length} pictures`].join("\n");
}
