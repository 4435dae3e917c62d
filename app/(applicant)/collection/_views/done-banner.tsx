import { Banner } from '#components/layout/banner'

interface Said {
  readonly title: string
  readonly text: string
}

const DONE: Readonly<Record<string, Said>> = {
  saved: { title: '已保存', text: '填过的内容都在，可以随时离开，下次接着填。' },
  withdrawn: { title: '已撤回', text: '申请回到草稿，可以修改后再次提交。' },
  discarded: { title: '已删除草稿', text: '填过的内容和照片都已删除。' },
  removed: { title: '已删除', text: '这一项和它的照片已删除。' },
}

/** Refusals of the domain, by their code (`lib/collection/errors`). */
const REFUSED: Readonly<Record<string, Said>> = {
  closed: { title: '这一部分不用修改', text: '这一部分没有打开，刚才提交的内容没有保存。' },
  notOpen: {
    title: '现在不能修改',
    text: '申请已经提交，审核期间不能修改。还没有人开始审核时，可以撤回后修改。',
  },
  stale: { title: '内容又有变化', text: '请看最新的内容，再办理。' },
  blocked: { title: '还不能这样做', text: '还有内容没有填好，或者项目已经添加满了。' },
  consentMissing: { title: '请先阅读须知', text: '阅读采集须知并勾选两项同意后，才能开始填写。' },
  recordExists: { title: '没有重复采集', text: '您的记录已经通过审核。信息有变化的，请用信息变更。' },
  applicationOpen: { title: '您已经有一份申请', text: '请先办完这一份。' },
}

/** What the last action did, or why it was refused. */
export function DoneBanner({ done }: { done: string | undefined }) {
  const code = done ?? ''
  const refused = Object.hasOwn(REFUSED, code) ? REFUSED[code] : undefined
  const said = refused ?? (Object.hasOwn(DONE, code) ? DONE[code] : undefined)
  if (!said) return null
  return (
    <Banner tone={refused ? 'warn' : 'ok'} title={said.title} mark={refused ? 'conflict' : 'saved'}>
      <p>{said.text}</p>
    </Banner>
  )
}
