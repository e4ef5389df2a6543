import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { splitStatements } from "./split-statements.ts";

/** Prisma's adapter, whose own way with a script is to cut it at every semicolon, in texts and comments too. */
export class ScriptPg extends PrismaPg {
  override async connect() {
    return withWholeStatements(await super.connect());
  }

  override async connectToShadowDb() {
    return withWholeStatements(await super.connectToShadowDb());
  }
}

function withWholeStatements<Adapter extends SqlDriverAdapter>(adapter: Adapter): Adapter {
  adapter.executeScript = async (script) => {
    for (const sql of splitStatements(script)) {
      await adapter.executeRaw({ sql, args: [], argTypes: [] });
    }
  };
  return adapter;
}
