import type { Metadata } from 'next'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { ownPage } from '#applicant/own.ts'
import { Docket } from '#components/layout/docket'
import { Timeline } from '#components/record/timeline'
import { listAccess } from '#db/queries/access'
import { store } from '#db/store'
import { formatShanghaiYear } from '#lib/clock'
import { paths } from '#lib/paths'

export const metadata: Metadata = { title: '谁看过我的信息' }

const SHOWN = 100
const WORDS: Readonly<Record<string, string>> = {
  claim: '开始审核',
  takeOver: '接手审核',
  reveal: '查看了完整的证件号码和手机号',
  viewPicture: '查看了图片',
  documentViewed: '查看了图片',
  approve: '审核通过',
  return: '退回',
  forward: '移交',
}

/** Everything others have seen of one's file, by office and time. */
export default async function AccessPage() {
  const own = await ownPage(paths.access)
  const { read } = await store()
  const seen = await listAccess(read, own.session.person.id, SHOWN)
  return (
    <ApplicantPage own={own} back={{ href: own.record ? paths.record : paths.tasks, text: '返回' }}>
      <Docket left="查看记录" />
      <h1>谁看过我的信息</h1>
      <p className="lead">
        财政部门每次审核、查看您的证件号码和图片，都记录在这里。最近 {SHOWN} 条，新的在前。
      </p>
      {seen.length === 0 ? (
        <p className="measure">还没有人看过。</p>
      ) : (
        <Timeline
          events={seen.map(({ at, verb, office }) => ({
            tone: 'done',
            text: WORDS[verb] ?? verb,
            when: formatShanghaiYear(at),
            by: office,
          }))}
        />
      )}
    </ApplicantPage>
  )
}
