import type { Metadata } from 'next'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { ownPage } from '#applicant/own.ts'
import { Docket } from '#components/layout/docket'
import { Timeline } from '#components/record/timeline'
import { listAccess } from '#db/queries/access'
import { store } from '#db/store'
import { paths } from '#lib/paths'
import { looksOf, lookText } from './looks.ts'
import '#applicant/applicant.css'

export const metadata: Metadata = { title: '谁看过我的信息' }

const SHOWN = 200

/** Everything others have seen of one's file, by office and time. */
export default async function AccessPage() {
  const own = await ownPage(paths.access)
  const { read } = await store()
  const looks = looksOf(await listAccess(read, own.session.person.id, SHOWN))
  const back = own.record
    ? { href: paths.record, text: '返回我的记录' }
    : { href: paths.tasks, text: '返回任务清单' }
  return (
    <ApplicantPage own={own} back={back}>
      <Docket left="查看记录" />
      <h1>谁看过我的信息</h1>
      <p className="lead">财政部门每次审核、查看您的证件号码和图片，都记录在这里，新的在前。</p>
      {looks.length === 0 ? (
        <p className="measure">还没有人看过。</p>
      ) : (
        <div className="sub">
          <Timeline
            events={looks.map((look) => ({
              tone: 'done',
              text: lookText(look),
              when: look.when,
              by: look.office,
            }))}
          />
        </div>
      )}
    </ApplicantPage>
  )
}
