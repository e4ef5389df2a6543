type Labels = Record<string, string>;

interface Series {
  kind: "counter" | "gauge" | "histogram";
  about: string;
  /** By label text, e.g. `method="GET",status="200"`. */
  values: Map<string, number>;
  /** Upper bounds of a histogram, seconds; its values then carry the suffixes of their rows. */
  buckets?: number[];
}

const kept = globalThis as unknown as { maquetteMetrics?: Map<string, Series> };

function registry(): Map<string, Series> {
  kept.maquetteMetrics ??= new Map();
  return kept.maquetteMetrics;
}

function seriesOf(name: string, series: Omit<Series, "values">): Series {
  const known = registry().get(name);
  if (known) return known;
  const made = { ...series, values: new Map<string, number>() };
  registry().set(name, made);
  return made;
}

function escapeLabel(value: string): string {
  return value.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n");
}

function labelText(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escapeLabel(value)}"`)
    .join(",");
}

function add(series: Series, row: string, amount: number): void {
  series.values.set(row, (series.values.get(row) ?? 0) + amount);
}

/** Makes (or finds) a number that only grows; the name ends in `_total`. */
export function counter(name: string, about: string) {
  const series = seriesOf(name, { kind: "counter", about });
  return (labels: Labels = {}, amount = 1) => add(series, `{${labelText(labels)}}`, amount);
}

/** Makes (or finds) a number that rises and falls. */
export function gauge(name: string, about: string) {
  const series = seriesOf(name, { kind: "gauge", about });
  return (value: number, labels: Labels = {}) => {
    series.values.set(`{${labelText(labels)}}`, value);
  };
}

/** Bounds that suit answers of a page or an API, seconds. */
const ANSWER_BUCKETS_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Makes (or finds) a distribution of durations in seconds; the name ends in `_seconds`. */
export function histogram(name: string, about: string, buckets = ANSWER_BUCKETS_SECONDS) {
  const series = seriesOf(name, { kind: "histogram", about, buckets });
  return (seconds: number, labels: Labels = {}) => {
    for (const bound of [...buckets, Number.POSITIVE_INFINITY]) {
      const le = bound === Number.POSITIVE_INFINITY ? "+Inf" : String(bound);
      add(series, `_bucket{${labelText({ ...labels, le })}}`, seconds <= bound ? 1 : 0);
    }
    add(series, `_sum{${labelText(labels)}}`, seconds);
    add(series, `_count{${labelText(labels)}}`, 1);
  };
}

/** All metrics in the Prometheus text format, version 0.0.4. */
export function metricsText(): string {
  const lines: string[] = [];
  for (const [name, series] of registry()) {
    lines.push(`# HELP ${name} ${series.about}`, `# TYPE ${name} ${series.kind}`);
    for (const [row, value] of series.values)
      lines.push(`${name}${row.replace("{}", "")} ${value}`);
  }
  return `${lines.join("\n")}\n`;
}
