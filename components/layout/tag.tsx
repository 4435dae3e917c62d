import type { ReactNode } from 'react'

export type TagTone = 'neutral' | 'info' | 'ok' | 'warn' | 'err' | 'plain' | 'wait'

/** A state, as a word. `plain` is for what is done, so that the rest stands out; `wait` for what cannot start. */
export function Tag({ tone = 'neutral', children }: { tone?: TagTone; children: ReactNode }) {
  return <span className={tone === 'neutral' ? 'tag' : `tag ${tone}`}>{children}</span>
}
