import { and, eq, inArray, ne } from 'drizzle-orm'
import { ID_TYPE } from '#lib/collection/codes/national'
import { picturesIn } from '#lib/collection/present'
import { promote } from '#lib/collection/promote'
import { applications, people } from '../schema.ts'
import type { Db } from '../store.ts'
import type { ApplicationRow } from './applications.ts'
import { findSharedPictures, findStartedFrom, HANDED_IN, OTHER_FILE, type OtherFile } from './compare.ts'
import { findOtherUnitNames, findSameNumbers } from './number-marks.ts'
import { idIndexOf } from './people.ts'
import { findSubmissionBefore, type Snapshot } from './submissions.ts'

/** What only a look at other files tells: hints for a reviewer, never a decision. */
export interface Findings {
  /** Digest of a picture → where else it stands. */
  readonly pictures: ReadonlyMap<string, readonly OtherFile[]>
  /** Row key of a certificate number → where else it stands. */
  readonly numbers: ReadonlyMap<string, readonly OtherFile[]>
  /** The same ID number under another type of document. */
  readonly identity: readonly OtherFile[]
  /** Other names under the same credit code. */
  readonly unitNames: readonly { readonly name: string; readonly n: number }[]
  /** The name in the snapshot before, when it was another. */
  readonly previousName: string | undefined
}

/** What `flags` of an application may hold beside the flags of its pictures. */
const FINDING_CODES = ['picture', 'number', 'identity', 'unitName', 'name', 'rule', 'penalty'] as const
type FindingCode = (typeof FINDING_CODES)[number]

type About = Pick<ApplicationRow, 'id' | 'personId' | 'kind'>

async function findSameIdentity(db: Db, personId: string, { facts }: Snapshot): Promise<OtherFile[]> {
  const indices = ID_TYPE.map((type) => idIndexOf(type.value, facts.person.idNumber))
  return await db
    .select(OTHER_FILE)
    .from(people)
    .innerJoin(applications, eq(applications.personId, people.id))
    .where(
      and(
        inArray(people.idIndex, indices),
        ne(people.id, personId),
        inArray(applications.status, [...HANDED_IN]),
      ),
    )
    .limit(ID_TYPE.length)
}

async function findPreviousName(db: Db, row: About, n: number, name: string): Promise<string | undefined> {
  const before =
    (await findSubmissionBefore(db, row.id, n)) ??
    (row.kind === 'change' ? await findStartedFrom(db, row) : undefined)
  const was = before?.snapshot.facts.person.name
  return was === name ? undefined : was
}

/** Looks submission n of an application up against everybody else's, and against the one before it. */
export async function findFindings(db: Db, row: About, n: number, snapshot: Snapshot): Promise<Findings> {
  const { personId } = row
  const digests = picturesIn(snapshot.rows).map(({ picture }) => picture.digest)
  return {
    pictures: await findSharedPictures(db, personId, digests),
    numbers: await findSameNumbers(db, personId, snapshot.dossier),
    identity: await findSameIdentity(db, personId, snapshot),
    unitNames: await findOtherUnitNames(db, personId, snapshot.dossier),
    previousName: await findPreviousName(db, row, n, snapshot.facts.person.name),
  }
}

/** R10 warns of what the flags of the pictures say by themselves. */
const PICTURE_RULE = 'R10'

/**
 * Everything at which a reviewer is asked to look, as codes: none is what the fast lane asks for. A statement
 * of a penalty is never passed over (D2).
 */
export function attentionOf(snapshot: Snapshot, findings: Findings): string[] {
  const { flags } = promote(snapshot.dossier)
  const { pictures, numbers, identity, unitNames, previousName } = findings
  const said: Readonly<Record<FindingCode, boolean>> = {
    picture: pictures.size > 0,
    number: numbers.size > 0,
    identity: identity.length > 0,
    unitName: unitNames.length > 0,
    name: previousName !== undefined,
    rule: snapshot.warnings.some((warning) => warning.code !== PICTURE_RULE),
    penalty: snapshot.dossier.penalties.length > 0,
  }
  return [...flags, ...FINDING_CODES.filter((code) => said[code])]
}
