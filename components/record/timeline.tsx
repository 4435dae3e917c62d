import type { ReactNode } from 'react'

export interface TimelineEvent {
  /** Done green, current blue ring, sent back red square, hollow for what comes: `next` bold, `todo` grey. */
  tone: 'done' | 'cur' | 'back' | 'next' | 'todo'
  text: ReactNode
  when?: string
  /** An office, or the applicant; never a reviewer's name. */
  by?: string
}

const CLASSES = { done: 'done', cur: 'cur', back: 'sent-back', next: undefined, todo: 'todo' }

/** What has happened and what is to come, oldest first. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol className="tl">
      {events.map((event, at) => (
        // Two events can read the same; they never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: a history is only appended to
        <li key={at} className={CLASSES[event.tone]} aria-current={event.tone === 'cur' ? 'step' : undefined}>
          {event.tone === 'todo' ? <span>{event.text}</span> : <b>{event.text}</b>}
          {event.when || event.by ? (
            <span className="w">{[event.when, event.by].filter((part) => part).join('，')}</span>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
