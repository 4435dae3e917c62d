import { Banner } from '#components/layout/banner'
import { noticedIn } from '#lib/collection/picture-flags'
import type { UploadOutcome } from '#lib/uploads/outcome'
import type { SlotQuery, SlotView } from './slot-view.ts'

const DONE: Readonly<Record<string, string>> = { turned: '转正', cropped: '裁切', shrunk: '缩小' }

/** How many judgements are worth a look before going on. */
export const adviceCount = ({ advice, whiteness }: UploadOutcome): number =>
  advice ? noticedIn(advice).length : Number(whiteness !== undefined && whiteness.verdict !== 'white')

/** What the page says first: after an upload what became of it, else what is asked. */
export function headline(view: SlotView, { result }: SlotQuery): { h1: string; lead?: string } {
  const { place, picture, refusal, asked } = view
  const { label, hint } = place.field
  if (refusal) return { h1: label }
  if (!asked && !picture) {
    return { h1: label, lead: '按现在填的内容，不需要这张照片。上传了也会保留，改了选择后用得上。' }
  }
  if (!picture) return { h1: label, ...(hint ? { lead: hint } : {}) }
  const noticed = adviceCount(picture.outcome)
  const advice = noticed > 0 ? `有 ${noticed} 项提醒，您可以照样使用，也可以换一张。` : ''
  if (result === 'accepted' || result === 'adjusted') {
    const done = picture.outcome.changes.map((c) => DONE[c] ?? '').join('、')
    return done === ''
      ? { h1: '照片符合要求，已保存', lead: `像素没有变，只重新压缩。${advice}` }
      : { h1: '照片已处理，请确认', lead: `原图已${done}，并压缩到规定大小。${advice}` }
  }
  return { h1: label, lead: `已上传。${advice}` }
}

/** A removal, or a change that came too late. */
export function NoticeOfChange({ result }: { result: string | undefined }) {
  if (result === 'removed') return <Banner tone="ok" mark="saved" title="照片已删除" />
  if (result !== 'moved') return null
  return (
    <Banner tone="warn" mark="conflict" title="照片刚才已经更换">
      <p>您的调整没有保存。下面是现在保存的照片，需要的话请再调整一次。</p>
    </Banner>
  )
}
