/** A data key as it may be stored: only the vault's key of that id opens it. */
export interface WrappedKey {
  keyId: string;
  wrapped: Uint8Array;
}

/**
 * Holds master keys and never gives them out: data keys are wrapped and unwrapped here. `bound` is what the wrapping is
 * tied to (AAD): the same text is needed to open it.
 */
export interface Vault {
  /** Name of the implementation, for the readiness page. */
  readonly name: string;
  /** Wraps by the newest master key. */
  wrap(dataKey: Uint8Array, bound: string): Promise<WrappedKey>;
  /** Throws a plain Error for a key it does not hold, and for what was changed or bound to something else. */
  unwrap(wrapped: WrappedKey, bound: string): Promise<Uint8Array>;
  /** True while the master key of this id is held. */
  holds(keyId: string): Promise<boolean>;
  /** Makes a new master key the newest and answers its id; older ones still open what they wrapped. */
  renew(): Promise<string>;
  /** Ids of the held master keys that are older than the one of this id. */
  older(than: string): Promise<string[]>;
  /** Destroys every master key older than the one of this id: nothing wrapped by them opens again. */
  forgetOlder(than: string): Promise<void>;
}
