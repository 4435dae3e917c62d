import { DEMO_PASSWORD, DEMO_PEOPLE } from '#db/seed/people'
import { formOf } from '#support/html'
import { Visitor } from '#support/visitor'

/** Demo people who have nothing yet, and what their scope step says. */
const SCOPE = { applicantCategory: 'employed', hasQualification: 'yes', collectionDivisionCode: '410105' }
const FRESH = ['lixiaoming', 'mayinur', 'qianjin']
/** Those who have a draft already. */
const DRAFTING = ['wangfang']

const PAGE = '/collection/personal'
const FORM = 'step-personal'
const FIELD = 'postalAddress'
/** What the step asks for besides. */
const REST = { ethnicity: '01', politicalStatus: '13' }

/** Somebody who saves one field again and again, and what the service has said about it. */
export interface Saver {
  readonly visitor: Visitor
  readonly idNumber: string
  /** Number of the last save that was sent. */
  sent: number
  /** Number of the last save that was acknowledged. */
  told: number
  acknowledged: number
}

async function enter(origin: string, key: string): Promise<Saver> {
  const person = DEMO_PEOPLE.find((one) => one.key === key)
  if (!person) throw new Error(`The demo has no ${key}.`)
  const visitor = new Visitor(origin)
  await visitor.signIn(person.idNumber, DEMO_PASSWORD)
  if (FRESH.includes(key)) {
    const notice = await visitor.open('/notice')
    await visitor.submit(notice.body, 'notice', notice.path, { consent: 'yes', sensitiveConsent: 'yes' })
    const scope = await visitor.open('/collection/scope')
    const saved = await visitor.submit(scope.body, 'step-scope', scope.path, SCOPE)
    if (saved.location !== PAGE) throw new Error(`${key} has no draft, but is at ${saved.location}.`)
  }
  return { visitor, idNumber: person.idNumber, sent: 0, told: 0, acknowledged: 0 }
}

/** Signs the savers in, one after the other as the stand-in paces them, and gives each a draft. */
export async function savers(origin: string): Promise<Saver[]> {
  const all: Saver[] = []
  for (const key of [...DRAFTING, ...FRESH]) all.push(await enter(origin, key))
  return all
}

const addressOf = (n: number) => `示例路 ${n} 号`
const numberOf = (value: string) => Number(/\d+/.exec(value)?.[0] ?? 0)

/** The number that stands in the saver's draft, as the page shows it. */
export async function shown(saver: Saver): Promise<number> {
  const page = await saver.visitor.open(PAGE)
  return numberOf(formOf(page.body, FORM).values.find(([name]) => name === FIELD)?.[1] ?? '')
}

/** Reads, saves and reads other pages until the connection breaks or `go()` says no. */
export async function load(saver: Saver, go: () => boolean): Promise<void> {
  while (go()) {
    try {
      const page = await saver.visitor.open(PAGE)
      const n = saver.sent + 1
      saver.sent = n
      const answer = await saver.visitor.submit(page.body, FORM, PAGE, { ...REST, [FIELD]: addressOf(n) })
      // Only the way to the next step says that the value is stored.
      if (answer.status !== 303 || answer.location !== '/collection/education')
        throw new Error(`A save was answered by ${answer.status} ${answer.location}.`)
      saver.told = n
      saver.acknowledged++
      await saver.visitor.open('/collection')
    } catch (error) {
      if (go()) throw error
    }
  }
}
