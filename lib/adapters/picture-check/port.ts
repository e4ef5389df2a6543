export interface LookOptions {
  /** Whose picture it is: the look is paid under this workspace, once for each picture. */
  workspaceId: string;
  signal?: AbortSignal;
}

/** Who looks at pictures for what may not be shown. */
export interface PictureCheck {
  readonly name: string;
  /** Whether a picture is called unsafe. What cannot be asked in time passes as not flagged: pictures can be reported. */
  look(picture: Uint8Array, options: LookOptions): Promise<{ flagged: boolean }>;
}
