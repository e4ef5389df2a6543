/** The part of Khronos's validator that tests use; the package has no types of its own. */
declare module "gltf-validator" {
  interface Report {
    issues: { numErrors: number; numWarnings: number; messages: { code: string }[] };
  }
  export function validateBytes(data: Uint8Array): Promise<Report>;
}
