/** The listeners of `bench/sse.ts`, in a process of their own so that reading does not slow writing down. */
import { Agent, get } from "node:http";

export interface ReadersReport {
  /** Events each listener received. */
  received: number[];
  /** Ids that did not grow by one. */
  outOfOrder: number;
  /** From an event's writing to its arrival, ms, of every listener. */
  delaysMs: number[];
}

const [url = "", listeners = "1"] = process.argv.slice(2);
const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
const report: ReadersReport = { received: [], outOfOrder: 0, delaysMs: [] };

const open = (index: number, onOpen: () => void) =>
  new Promise<void>((resolve, reject) => {
    report.received[index] = 0;
    let rest = "";
    let lastId = 0;
    const take = (block: string) => {
      const id = Number(/^id: (\d+)$/m.exec(block)?.[1] ?? 0);
      if (id === 0) return;
      report.received[index]! += 1;
      if (id !== lastId + 1) report.outOfOrder += 1;
      lastId = id;
      const sentAtMs = /"sent_at_ms":(\d+)/.exec(block)?.[1];
      if (sentAtMs) report.delaysMs.push(Date.now() - Number(sentAtMs));
    };
    get(url, { agent }, (answer) => {
      onOpen();
      answer.setEncoding("utf8").on("data", (piece: string) => {
        const blocks = (rest + piece).split("\n\n");
        rest = blocks.pop() ?? "";
        for (const block of blocks) take(block);
      });
      answer.on("end", resolve);
    }).on("error", reject);
  });

const ended: Promise<void>[] = [];
let opened = 0;
await new Promise<void>((resolve) => {
  for (let index = 0; index < Number(listeners); index += 1) {
    ended.push(open(index, () => ++opened === Number(listeners) && resolve()));
  }
});
process.send?.("open");
await Promise.all(ended);
process.send?.(report);
