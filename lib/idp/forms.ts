import type { Db, Store } from '#db/store'
import { issueTicket, peekTicket, type Tickets } from './tickets.ts'

/** The posted form; a body that is none counts as an empty form. */
export const postedForm = (request: Request): Promise<FormData> =>
  request.formData().catch(() => new FormData())

/** Longest value that is shown again. */
const MOST = 200

/** Keeps a form that has to be shown again. @returns the name for `?form=` */
export function keepForm(store: Store, { values, problems }: Tickets['form'], now: Date): Promise<string> {
  const short = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.slice(0, MOST)]),
  )
  return store.write((tx) => issueTicket(tx, 'form', { values: short, problems }, now))
}

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
