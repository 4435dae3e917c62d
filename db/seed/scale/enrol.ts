import { CONSENTS } from '#db/queries/notices'
import { idIndexOf, mobileIndexOf, nameKeys, personContext } from '#db/queries/people'
import type { PersonFacts } from '#lib/collection/field'
import { keyring } from '#lib/protect/current'
import { sealJson } from '#lib/protect/seal'
import type { Person, World } from './world.ts'

const keys = new Map<string, ReturnType<typeof nameKeys>>()

/** `nameKeys`, asked once a name. */
export function keysOf(name: string): ReturnType<typeof nameKeys> {
  const known = keys.get(name) ?? nameKeys(name)
  keys.set(name, known)
  return known
}

/** The rows of somebody who has signed in and consented. */
export function enrol({ random, writer, notice }: World, facts: PersonFacts, at: Date): Person {
  const { name, idType, idNumber, mobile } = facts
  const id = random.id()
  writer.into.people({
    id,
    name,
    ...keysOf(name),
    idType,
    sealed: sealJson(keyring(), personContext(id), { idNumber, mobile }),
    idIndex: idIndexOf(idType, idNumber),
    mobileIndex: mobileIndexOf(mobile),
    version: 1,
    createdAt: at,
  })
  writer.into.noticeOpenings({ personId: id, version: notice, openedAt: at })
  for (const kind of CONSENTS) writer.into.consents({ personId: id, version: notice, kind, consentedAt: at })
  return { ...facts, id }
}
