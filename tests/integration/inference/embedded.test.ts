import "../http/environment.ts";
import { afterAll, describe } from "vitest";
import { createEmbeddedInference } from "#lib/adapters/inference/embedded.ts";
import { inferenceContract } from "./contract.ts";

const engine = createEmbeddedInference();
afterAll(() => engine.close());

describe("the kernel behind the inference port", () => {
  inferenceContract(async () => engine);
});
