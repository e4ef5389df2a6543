import { createVectors } from "#lib/adapters/vectors/index.ts";
import { testDatabase } from "../../setup/database.ts";
import { vectorsContract } from "./contract.ts";

const { db, clear } = await testDatabase();

vectorsContract("pgvector", { vectors: createVectors({}, () => db), clear });
