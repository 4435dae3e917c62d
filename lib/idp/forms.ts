import type { Db, Store } from '#db/store'
import { issueTicket, peekTicket, type Tickets } from './tickets.ts'

/** Keeps a form that has to be shown again. @returns the name for `?form=` */
export const keepForm = (store: Store, form: Tickets['form'], now: Date): Promise<string> =>
  store.write((tx) => issueTicket(tx, 'form', form, now))

const EMPTY: Tickets['form'] = { values: {}, problems: {} }

/** The form that `?form=` names, or an empty one. */
export const keptForm = async (db: Db, name: string, now: Date): Promise<Tickets['form']> =>
  (name && (await peekTicket(db, 'form', name, now))) || EMPTY

/** One value of a page's query. */
export const queryValue = (value: string | string[] | undefined): string =>
  typeof value === 'string' ? value : ''

export interface IdpPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}
