import { parseArgs } from 'node:util'
import { prepare } from '#db/prepare'
import { findOffice, officesOfDivision } from '#db/queries/offices'
import { idIndexOf, personIdOf } from '#db/queries/people'
import { inviteStaff, type StaffRole } from '#db/queries/staff'
import { closeStore, store } from '#db/store'
import { now } from '#lib/clock'
import { failed } from './lib/failed.ts'

// Invites the first staff of a new installation: `npm run staff -- --id NUMBER --name NAME --role ROLE`.

const ROLES: readonly StaffRole[] = ['reviewer', 'oversight', 'administrator']
const PROVINCE = '410000'
const RESIDENT_CARD = '111'

const USAGE =
  'npm run staff -- --id NUMBER --name NAME --role administrator|reviewer|oversight [--office CODE] [--id-type 111]'

class UsageError extends Error {}

function readArguments(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      id: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      office: { type: 'string' },
      'id-type': { type: 'string', default: RESIDENT_CARD },
    },
  })
  const role = ROLES.find((known) => known === values.role)
  if (!values.id?.trim() || !values.name?.trim() || !role) throw new UsageError(USAGE)
  if (role !== 'administrator' && !values.office)
    throw new UsageError('--office must name the office for this role.')
  return {
    id: values.id,
    idType: values['id-type'],
    name: values.name.trim(),
    role,
    office: values.office ?? PROVINCE,
  }
}

async function main(): Promise<void> {
  const { id, idType, name, role, office: code } = readArguments(process.argv.slice(2))
  await prepare()
  const { read, write } = await store()
  const office = (await findOffice(read, code)) ?? (await officesOfDivision(read, code))[0]
  if (!office) throw new UsageError(`--office ${code} is no office of this store.`)
  const idIndex = idIndexOf(idType, id)
  await write(async (tx) => {
    const personId = await personIdOf(tx, idIndex)
    await inviteStaff(tx, { idIndex, name, role, officeId: office.id, personId }, 'system', now())
  })
  console.log(
    `${name} is invited as ${role} of ${office.name}; the first sign-in with this ID number binds the post.`,
  )
}

try {
  await main()
} catch (error) {
  failed(error)
} finally {
  await closeStore().catch(() => {})
}
