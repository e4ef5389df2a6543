import { Counter, Gauge, Histogram, type Metric, Registry } from "prom-client";

type Labels<Name extends string> = Record<Name, string>;

const kept = globalThis as unknown as { maquetteMetrics?: Registry };

/** One for the process: route bundles and the instrumentation are different module instances. */
function registry(): Registry {
  kept.maquetteMetrics ??= new Registry();
  return kept.maquetteMetrics;
}

/** The metric of that name, made when it is first asked for. */
function known<M extends Metric>(name: string, make: (registers: Registry[]) => M): M {
  return (registry().getSingleMetric(name) as M | undefined) ?? make([registry()]);
}

/** Makes (or finds) a number that only grows; the name ends in `_total`. */
export function counter<Name extends string = never>(
  name: string,
  help: string,
  labelNames: readonly Name[] = [],
) {
  const metric = known(name, (registers) => new Counter({ name, help, labelNames, registers }));
  return (labels: Labels<Name>, amount = 1) => metric.inc(labels, amount);
}

/** Makes (or finds) a number that rises and falls. */
export function gauge<Name extends string = never>(
  name: string,
  help: string,
  labelNames: readonly Name[] = [],
) {
  const metric = known(name, (registers) => new Gauge({ name, help, labelNames, registers }));
  return {
    set: (value: number, labels = {} as Labels<Name>) => metric.set(labels, value),
    add: (amount: number, labels = {} as Labels<Name>) => metric.inc(labels, amount),
  };
}

/** Bounds that suit answers of a page or an API, seconds. */
const ANSWER_BUCKETS_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Bounds that suit durable work, seconds. */
export const WORK_BUCKETS_SECONDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

/** Makes (or finds) a distribution of durations in seconds; the name ends in `_seconds`. */
export function histogram<Name extends string = never>(
  name: string,
  help: string,
  labelNames: readonly Name[] = [],
  buckets = ANSWER_BUCKETS_SECONDS,
) {
  const metric = known(
    name,
    (registers) => new Histogram({ name, help, labelNames, buckets, registers }),
  );
  return (seconds: number, labels = {} as Labels<Name>) => metric.observe(labels, seconds);
}

/** All metrics in the Prometheus text format, version 0.0.4. */
export const metricsText = (): Promise<string> => registry().metrics();
