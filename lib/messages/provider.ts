import type { Template } from './templates.ts'

/** One message to one telephone. */
export interface Sms {
  /** The message's own name, the same whenever it is tried: a gateway that knows it need not send twice. */
  readonly id: string
  /** The mobile number. */
  readonly to: string
  readonly template: Template
  readonly params: Readonly<Record<string, string>>
}

/** What the gateway said. `again`: it is not its last word, for instance when it is busy. */
export type SmsAnswer =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: string; readonly again: boolean }

/**
 * Who carries messages to telephones. `send` rejects only when it cannot be known whether the message was
 * accepted: such a message is not sent again. `reason` is a short code without personal data; it is kept.
 */
export interface SmsProvider {
  send(sms: Sms): Promise<SmsAnswer>
}

/** The demo: nothing leaves the house, the page `/idp/outbox` shows what a telephone would. */
export const demoProvider: SmsProvider = { send: async () => ({ accepted: true }) }

/** Nobody: what happened is read on the site (`/notices`), and that no telephone rang is written down. */
export const noProvider: SmsProvider = {
  send: async () => ({ accepted: false, reason: 'noProvider', again: false }),
}
