import { Actions } from '#components/form/actions'
import { ButtonLink } from '#components/form/button'
import { Docket } from '#components/layout/docket'
import { paths } from '#lib/paths'
import { CollectedBanner } from './collected-banner.tsx'
import { DoneBanner } from './done-banner.tsx'

/** For somebody whose record is in force and who has nothing open. */
export function ApprovedView({ done }: { done: string | undefined }) {
  return (
    <>
      <Docket left="已通过" />
      <h1>会计人员信息采集</h1>
      <DoneBanner done={done} />
      <CollectedBanner />
      <Actions>
        <ButtonLink href={paths.record}>查看我的记录</ButtonLink>
        <ButtonLink href={paths.change} tone="second">
          信息变更
        </ButtonLink>
      </Actions>
    </>
  )
}
