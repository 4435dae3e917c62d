import { Actions } from '#components/form/actions'
import { ButtonLink } from '#components/form/button'
import { Banner } from '#components/layout/banner'
import { Docket } from '#components/layout/docket'
import { Rows } from '#components/record/rows'
import type { Workspace } from '#db/queries/own'
import { formatShanghai } from '#lib/clock'
import { paths } from '#lib/paths'
import { CollectedBanner } from './collected-banner.tsx'
import { DoneBanner } from './done-banner.tsx'

/** While the office reviews: nothing to fill, where it lies and what comes next (R41). */
export function SubmittedView(props: { workspace: Workspace; collected: boolean; done: string | undefined }) {
  const { workspace, collected, done } = props
  const { row, office } = workspace
  return (
    <>
      <Docket
        left={row.kind === 'change' ? '信息变更 · 已提交' : '已提交'}
        right={`提交时间 ${formatShanghai(row.submittedAt)}`}
      />
      <h1>{row.kind === 'change' ? '信息变更' : '会计人员信息采集'}</h1>
      <DoneBanner done={done} />
      {collected && <CollectedBanner />}
      <Banner tone="info" title="已提交，等待审核">
        <p>
          由{office?.name ?? '财政部门'}审核，一般 3
          个工作日内有结果。审核期间不能修改；还没有人开始审核时，可以撤回。
        </p>
      </Banner>
      <Actions>
        <ButtonLink href={paths.receipt}>查看受理回执</ButtonLink>
        <ButtonLink href={paths.withdraw} tone="second">
          撤回
        </ButtonLink>
      </Actions>
      <Rows
        groups={workspace.rows.map((g) => ({ ...g, rows: g.rows.filter((r) => r.text !== '') }))}
        documentHref={paths.document}
        masked
      />
    </>
  )
}
