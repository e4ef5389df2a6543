import type { EmbedderId } from "#lib/adapters/embedder/port.ts";

/**
 * What stands behind a product's content hash once its vectors are made: with another embedder in use every product is
 * due again.
 */
export const indexMark = ({ name, version, dimensions }: EmbedderId): string =>
  `@${name}/${version}/${dimensions}`;
