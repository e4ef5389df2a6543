import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { ScriptPg } from "./script-pg.ts";

/** A datamodel file as the engine takes it. */
export interface SchemaFile {
  path: string;
  content: string;
}

let started = false;

function stopWithMessage(text: string): never {
  throw new Error(`Prisma's schema engine stopped: ${text}`);
}

/** Once a process: a second instance would free the first one's engines in the wrong memory. */
function startWasm(): void {
  if (started) return;
  started = true;
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: stopWithMessage } });
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const wasm = readFileSync(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
}

/**
 * Prisma's own schema engine, compiled to WASM, over a driver adapter: migrations without
 * the binary that the CLI would download.
 */
export async function openSchemaEngine(connectionString: string): Promise<bindings.SchemaEngine> {
  startWasm();
  const adapter = bindMigrationAwareSqlAdapterFactory(new ScriptPg({ connectionString }));
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
}
