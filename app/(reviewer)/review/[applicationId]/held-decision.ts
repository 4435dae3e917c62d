import { takeHeld } from '#lib/identity/held'
import type { Desk } from './dossier.ts'

/** A decision that was typed and not carried out: printed again with what was wrong. */
export interface HeldDecision {
  readonly decision: string
  readonly codes: readonly string[]
  readonly reason: string
  readonly openAll: boolean
  readonly comments: Readonly<Record<string, string>>
  readonly errors: readonly { href: string; text: string }[]
}

function errorsOf(code: unknown, decision: string): { href: string; text: string }[] {
  if (code !== 'reasonMissing') return []
  if (decision === '') return [{ href: '#decision', text: '请选择通过或退回' }]
  return [
    { href: '#reason', text: '退回要写明原因：勾选原因、写意见，或在某一项下写批注；选“其他”的要写意见' },
  ]
}

/** The held decision of this reviewer on this page, or nothing. */
export async function heldDecision(desk: Desk, id: string | undefined): Promise<HeldDecision | undefined> {
  const held = await takeHeld(id, `person:${desk.session.person.id}`, desk.at)
  if (!held) return undefined
  const value = (name: string) => held.values.find(([key]) => key === name)?.[1] ?? ''
  const decision = value('decision')
  return {
    decision,
    codes: held.values.flatMap(([key, code]) => (key === 'reasonCodes' ? [code] : [])),
    reason: value('reason'),
    openAll: value('openAll') !== '',
    comments: Object.fromEntries(
      held.values.flatMap(([key, text]) =>
        key.startsWith('comment.') ? [[key.slice('comment.'.length), text]] : [],
      ),
    ),
    errors: errorsOf(held.issues, decision),
  }
}
