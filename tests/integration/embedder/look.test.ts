import { afterAll } from "vitest";
import { createLookEmbedder } from "#lib/adapters/embedder/look.ts";
import { workshop } from "#lib/workshop/client.ts";
import { embedderContract } from "./contract.ts";

afterAll(() => workshop().close());

embedderContract("look", createLookEmbedder());
