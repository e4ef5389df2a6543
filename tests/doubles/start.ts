/**
 * `npm run doubles`: starts the doubles of rented services on fixed ports, and prints what to set so that the app uses
 * them. They end with Ctrl-C.
 */
import { DOUBLE_FAL_KEY, openFalDouble } from "./fal/server.ts";

const FAL_PORT = 4810;
const FAL_WORK_MS = 2_000;

const fal = await openFalDouble({ port: FAL_PORT, workMs: FAL_WORK_MS });
console.log(`fal  ${fal.url}
  FAL_KEY=${DOUBLE_FAL_KEY} FAL_BASE_URL=${fal.url}
  what was ordered:       curl ${fal.url}/control
  the next order refused: curl ${fal.url}/control -d '{"next":[{"refuse":{"status":402}}]}'`);
