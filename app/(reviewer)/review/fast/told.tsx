import { Banner } from '#components/layout/banner'
import { findApplicationInScope } from '#db/queries/applications'
import { MOST_AT_ONCE } from '#db/queries/fast-lane'
import { store } from '#db/store'
import { takeHeld } from '#lib/identity/held'
import type { ScopedSession } from '#lib/identity/session'
import { paths } from '#lib/paths'
import { one, type Params } from '#lib/review/filter'
import { REFUSAL_WORDS, readResults } from './results.ts'

const FAULTS: Readonly<Record<string, string>> = {
  none: '请先勾选要通过的申请',
  many: `一次最多通过 ${MOST_AT_ONCE} 件，请少选一些`,
}

interface ToldProps {
  session: ScopedSession
  params: Params
  at: Date
}

/** What the press before this page has done: who is approved, and who was left and why. */
export async function Told({ session, params, at }: ToldProps) {
  const fault = FAULTS[one(params, 'fault') ?? '']
  if (fault) return <Banner tone="warn" title={fault} />
  const held = await takeHeld(one(params, 'done'), `person:${session.person.id}`, at)
  const results = readResults(held?.issues)
  if (results.length === 0) return null
  const { read } = await store()
  const named = await Promise.all(
    results.map(async (result) => ({
      ...result,
      name:
        (await findApplicationInScope(read, session.officeIds, result.id))?.name ?? '已经不在本单位的一件',
    })),
  )
  const approved = named.filter(({ refusal }) => !refusal)
  const left = named.filter(({ refusal }) => refusal)
  const some = approved.length > 0
  return (
    <Banner
      tone={some ? 'ok' : 'warn'}
      mark={some ? 'approved' : 'conflict'}
      title={some ? `已通过 ${approved.length} 件` : '没有通过任何一件'}
    >
      {some && (
        <p>
          {approved.map(({ id, name }) => (
            <a key={id} href={paths.application(id)}>
              {name}
            </a>
          ))}
          <span>打开一件，10 分钟内可以撤销。</span>
        </p>
      )}
      {left.length > 0 && (
        <ul className="since">
          {left.map(({ id, name, refusal }) => (
            <li key={id} data-refusal={refusal}>
              {name}：{refusal && REFUSAL_WORDS[refusal]}
            </li>
          ))}
        </ul>
      )}
    </Banner>
  )
}
