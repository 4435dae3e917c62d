import { Banner } from '#components/layout/banner'
import { paths } from '#lib/paths'

/** R44, word for word. */
export const COLLECTED = '您已采集过信息，无需重复采集'

/** Says that a record is in force; the change is one tap away. */
export function CollectedBanner() {
  return (
    <Banner tone="ok" mark="collected" title={COLLECTED}>
      <p>
        信息有变化的，请用<a href={paths.change}>信息变更</a>。
      </p>
    </Banner>
  )
}
