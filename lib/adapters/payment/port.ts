/** What is to be paid. */
export interface PaymentOrder {
  /** Our payment's id: the same again begins nothing new. */
  paymentId: string;
  orderId: string;
  /** What the customer reads: the piece and the atelier. */
  description: string;
  currency: string;
  amountMinor: number;
  customerEmail: string;
  /** Absolute address of the order's page, where the customer comes back to. */
  returnUrl: string;
}

export interface BegunPayment {
  /** The provider's id of it; null where there is no provider. */
  reference: string | null;
  /** Where the customer pays; null where the two do it between them. */
  url: string | null;
}

/** What a provider says has become of a payment. */
export interface PaymentNotice {
  reference: string;
  outcome: "paid" | "failed";
  currency: string;
  amountMinor: number;
}

/** Payments. Nothing is held: money goes from the customer to whom they agreed on. */
export interface Payments {
  /** Name of the implementation, kept with each payment. */
  readonly name: "direct" | "stripe";
  /** Throws `unavailable` when the provider does not answer, `invalid_input` when it refuses what is asked. */
  begin(order: PaymentOrder): Promise<BegunPayment>;
  /**
   * Ends what was begun: nobody can pay it from here on. False where it is over already, paid or not. Throws `unavailable`
   * when the provider does not answer.
   */
  end(reference: string): Promise<boolean>;
  /**
   * Reads a webhook of the provider: null for what is of no interest here. Throws `forbidden` when the signature is not
   * the provider's or too old, `not_found` where there is no provider, `invalid_input` for what cannot be read.
   */
  readNotice(body: Uint8Array, headers: Headers, now: Date): PaymentNotice | null;
}
