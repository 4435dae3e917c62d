import { Actions } from '#components/form/actions'
import { ButtonLink } from '#components/form/button'
import { Banner } from '#components/layout/banner'
import { Docket } from '#components/layout/docket'
import { paths } from '#lib/paths'
import { DoneBanner } from './done-banner.tsx'

/** For somebody who has neither a draft nor a record. */
export function NothingYetView({ consented, done }: { consented: boolean; done: string | undefined }) {
  return (
    <>
      <Docket left="还没有开始" />
      <h1>会计人员信息采集</h1>
      <DoneBanner done={done} />
      <Banner tone="info" title="您还没有填写采集信息">
        <p>
          {consented
            ? '先回答几个问题，确定由哪个县（区、市）采集，再填写其他内容。大约需要 15 分钟，可以分几次填。'
            : '先阅读采集须知，再填写。大约需要 15 分钟，可以分几次填，填过的内容会保存。'}
        </p>
      </Banner>
      <Actions>
        <ButtonLink href={consented ? paths.step('scope') : paths.notice}>
          {consented ? '确定采集地' : '阅读须知并开始'}
        </ButtonLink>
      </Actions>
    </>
  )
}
