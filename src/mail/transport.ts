/** What leaves: frozen bytes and the addresses of the envelope. */
export interface Letter {
  /** With angle brackets, unique. */
  readonly messageId: string;
  readonly bytes: Buffer;
  readonly from: string;
  readonly to: string;
}

/** What became of an attempt; `answer` is what the server said, or what happened in its place. */
export type Outcome =
  | { readonly kind: 'submitted'; readonly answer: string }
  /** The server does not take it now (4xx). */
  | { readonly kind: 'put-off'; readonly answer: string }
  /** The server will not take it (5xx); `addressFault` when the mailbox is not there. */
  | { readonly kind: 'refused'; readonly answer: string; readonly addressFault: boolean }
  /** The final dot may have arrived, and no answer came. */
  | { readonly kind: 'unknown'; readonly answer: string }
  /** The server wants fewer connections; nothing left, and there are fewer now. */
  | { readonly kind: 'crowded'; readonly answer: string }
  /** Nothing left, and the next mail would fare the same: an operator's matter. */
  | { readonly kind: 'unreachable'; readonly answer: string }
  /** The dot was not allowed: the mail is somebody else's by now. Nothing left. */
  | { readonly kind: 'superseded' };

/** Token of the transport that the settings chose. */
export const TRANSPORT = Symbol('TRANSPORT');

export interface Transport {
  /** How many mails may be under way at once; may shrink and grow. */
  readonly lanes: number;
  /** Mails a second to one recipient domain. */
  readonly pace: number;
  /**
   * Hands one mail over. Never throws.
   * @param onDot must be awaited before anything is done that cannot be undone or repeated without harm; false forbids it
   */
  submit(letter: Letter, onDot: () => Promise<boolean>): Promise<Outcome>;
  /** Cuts what is under way; an attempt past its dot ends as `unknown`. */
  close(): void;
}
