import process from "node:process";

const WIDTH = 30;

/**
 * A progress bar on a terminal; plain lines, one a stage, elsewhere.
 * @returns {{ show: (share: number, what: string) => void, end: () => void }}
 */
export function progressBar() {
  const startedMs = Date.now();
  let last = "";
  return {
    show(share, what) {
      if (!process.stdout.isTTY) {
        if (what !== last) process.stdout.write(`${what}\n`);
        last = what;
        return;
      }
      const full = Math.round(Math.min(1, Math.max(0, share)) * WIDTH);
      const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
      const bar = "█".repeat(full) + "░".repeat(WIDTH - full);
      process.stdout.write(`\r\u001b[K${bar} ${Math.round(share * 100)} %  ${what}  ${seconds} s`);
    },
    end() {
      if (process.stdout.isTTY) process.stdout.write("\r\u001b[K");
    },
  };
}
