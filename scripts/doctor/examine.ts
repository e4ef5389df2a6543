import { parseEnv } from "../../lib/env.ts";
import { examineDatabase } from "./database.ts";
import { examinePart, type Finding } from "./finding.ts";
import {
  examineAddress,
  examineChatModel,
  examineFal,
  examineFiles,
  examineHome,
  examineMail,
  examineQueue,
  examineSecrets,
} from "./parts.ts";
import { examineEmbedder, examineVectors } from "./search.ts";

/** Every part of the configuration these variables make, looked at one after the other. */
export async function examine(
  variables: Record<string, string | undefined>,
  tell: (finding: Finding) => void = () => {},
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const note = (finding: Finding) => {
    findings.push(finding);
    tell(finding);
  };
  try {
    parseEnv(variables);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    note({ part: "variables", state: "wrong", what, fix: "docs/configuration.md has them all." });
    return findings;
  }
  const env = parseEnv(variables);
  note({ part: "variables", state: "ok", what: "readable" });
  for (const examination of [
    examineHome(env),
    examineSecrets(env),
    examineAddress(env),
    examineDatabase(env),
    examineQueue(env),
    examineFiles(env),
    examineChatModel(env),
    examineFal(env),
    examineEmbedder(env),
    examineVectors(env),
    examineMail(env),
  ]) {
    note(await examinePart(examination));
  }
  return findings;
}
