export interface MailMessage {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** A second message with the same key is not sent again. */
  dedupeKey?: string;
  /** Its text opens an account: what is kept of it, once it goes out by a server, is that it did. */
  isSecret?: boolean;
}

/** Mail. Every message is kept in the table `Mail` with its outcome. */
export interface Mail {
  /** Name of the implementation, for the readiness page. */
  readonly name: string;
  /** Throws `unavailable` when the server does not take the message. */
  send(message: MailMessage): Promise<void>;
}
