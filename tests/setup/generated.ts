import { generateFonts } from "../../scripts/start/build.mjs";

/** Before a project's tests: the outlines of fonts, which the kernel imports. */
export async function setup(): Promise<void> {
  await generateFonts();
}
