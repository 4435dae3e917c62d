import { Banner } from '#components/layout/banner'

const SENTENCES: Readonly<Record<string, { title: string; text: string }>> = {
  saved: { title: '已保存', text: '填过的内容都在，可以随时离开，下次接着填。' },
  withdrawn: { title: '已撤回', text: '申请回到草稿，可以修改后再次提交。' },
  discarded: { title: '已删除草稿', text: '填过的内容和照片都已删除。' },
  removed: { title: '已删除', text: '这一项和它的照片已删除。' },
  closed: { title: '这一部分不用修改', text: '审核只要求修改标着“需修改”的部分，刚才提交的内容没有保存。' },
  notOpen: { title: '现在不能修改', text: '申请已经提交，审核期间不能修改。还没有人开始审核时，可以撤回。' },
}

/** What the last action did, in words. */
export function DoneBanner({ done }: { done: string | undefined }) {
  const said = done === undefined ? undefined : SENTENCES[done]
  if (!said) return null
  const refused = done === 'closed' || done === 'notOpen'
  return (
    <Banner tone={refused ? 'warn' : 'ok'} title={said.title} mark={refused ? 'conflict' : 'saved'}>
      <p>{said.text}</p>
    </Banner>
  )
}
