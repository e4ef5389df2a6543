/** Who looks at pictures for what may not be shown. */
export interface PictureCheck {
  readonly name: string;
  /** Whether a picture is called unsafe. What cannot be asked passes as not flagged: pictures can be reported. */
  look(picture: Uint8Array): Promise<{ flagged: boolean }>;
}
