import { expect, test } from "vitest";
import { counter, gauge, histogram, metricsText } from "#lib/metrics.ts";

test("counts, levels and durations are written in the Prometheus text format", async () => {
  const count = counter("rings_total", "Rings made.", ["alloy"]);
  count({ alloy: "gold" });
  count({ alloy: "gold" }, 2);
  gauge("queue_length", "Waiting.").set(4);
  const seconds = histogram("cast_seconds", "Time to cast.", [], [1, 5]);
  seconds(0.5);
  seconds(3);
  const lines = (await metricsText()).split("\n");
  expect(lines).toEqual(
    expect.arrayContaining([
      "# TYPE rings_total counter",
      'rings_total{alloy="gold"} 3',
      "queue_length 4",
      'cast_seconds_bucket{le="1"} 1',
      'cast_seconds_bucket{le="5"} 2',
      'cast_seconds_bucket{le="+Inf"} 2',
      "cast_seconds_sum 3.5",
      "cast_seconds_count 2",
    ]),
  );
});

test("a label cannot break the format", async () => {
  counter("odd_total", "Odd.", ["name"])({ name: 'a"b\nc\\d' });
  expect(await metricsText()).toContain('odd_total{name="a\\"b\\nc\\\\d"} 1');
});
