import { defineConfig } from "prisma/config";

// The CLI wants a schema-engine binary even for commands that run in WASM; any executable will do.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost/maquette" },
});
