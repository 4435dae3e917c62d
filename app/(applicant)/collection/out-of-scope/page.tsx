import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { ownPage } from '#applicant/own.ts'
import { Actions } from '#components/form/actions'
import { ButtonLink } from '#components/form/button'
import { Docket } from '#components/layout/docket'
import { Source } from '#components/layout/source'
import { paths, withQuery } from '#lib/paths'

export const metadata: Metadata = { title: '暂不采集' }

const CASES: Readonly<Record<string, { title: string; why: string; later: string }>> = {
  J4: {
    title: '您现在不用采集',
    why: '具有会计专业技术资格但没有会计工作经历的全日制在校生，待工作后再进行采集。勤工俭学和实习不算工作经历。',
    later: '参加工作后，请登录本系统，在工作单位所在的县（区、市）采集。',
  },
  J5: {
    title: '您不在采集范围内',
    why: '采集的是具有会计专业技术资格的人员，以及没有资格但从事会计工作的人员。按您的回答，这两项都不符合。',
    later: '取得资格证书，或者从事会计工作以后，再来采集。',
  },
  outside: {
    title: '请在所在的省份采集',
    why: '这里只采集河南省行政区域内的会计人员。工作单位、居住地或学校在外省的，由当地财政部门采集。',
    later: '请咨询当地的财政部门。一个人只能在一个省采集。',
  },
}

/** The polite exit for people whom nobody collects (D4): why, and when to come again. Nothing was stored. */
export default async function OutOfScopePage({
  searchParams,
}: {
  searchParams: Promise<{ case?: string | string[] }>
}) {
  const { case: asked } = await searchParams
  const name = typeof asked === 'string' ? asked : ''
  const own = await ownPage(withQuery('/collection/out-of-scope', { case: name }))
  const said = Object.hasOwn(CASES, name) ? CASES[name] : undefined
  if (!said) redirect(paths.tasks)
  return (
    <ApplicantPage own={own} back={{ href: paths.step('scope'), text: '返回修改回答' }}>
      <Docket left="采集身份与采集地" />
      <h1>{said.title}</h1>
      <p className="lead">
        {said.why} <Source text="指引 1.1" />
      </p>
      <p className="measure">{said.later}</p>
      <p className="measure muted">您刚才的回答没有保存。</p>
      <Actions>
        <ButtonLink href={paths.step('scope')} tone="second">
          选错了，重新回答
        </ButtonLink>
        <ButtonLink href={paths.contacts} tone="plain">
          查财政部门电话
        </ButtonLink>
      </Actions>
    </ApplicantPage>
  )
}
