import { notFound, redirect } from 'next/navigation'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { DoneBanner } from '#applicant/collection/_views/done-banner.tsx'
import { JourneyRail } from '#applicant/collection/_views/journey-rail.tsx'
import { noticeFirst } from '#applicant/notice-first.ts'
import { Banner } from '#components/layout/banner'
import { Docket } from '#components/layout/docket'
import { HowTo } from '#components/pictures/how-to'
import { UploadForm } from '#components/pictures/upload-form'
import { formatShanghai } from '#lib/clock'
import { isListName, PARTS, partOf } from '#lib/collection/steps/index'
import { refusalText } from '#lib/images/refusal-text'
import { paths } from '#lib/paths'
import { Comments } from './comments.tsx'
import { CurrentPicture } from './current-picture.tsx'
import { Refusal } from './refusal.tsx'
import { pathOf } from './rooms.ts'
import { type SlotQuery, type SlotView, slotView } from './slot-view.ts'
import { headline, NoticeOfChange } from './words.tsx'
import '#applicant/applicant.css'

interface Address {
  /** Empty for a slot of a step. */
  readonly list: string
  readonly item: string
  readonly slot: string
}

/** Where the page leads instead when there is nothing to upload into now. */
function guard({ own, state }: SlotView): NonNullable<SlotView['own']['workspace']> {
  const { workspace, record } = own
  if (!workspace) redirect(record ? paths.record : paths.step('scope'))
  if (workspace.row.status === 'submitted') redirect(paths.receipt)
  if (state === 'missing') notFound()
  return workspace
}

/** The label of the slot, beginning with 错误： after a refusal (contract section 4). */
export async function slotTitle({ list, item, slot }: Address, { held }: SlotQuery): Promise<string> {
  const view = await slotView(list, item, slot, held)
  if (!view) return ''
  return view.refusal ? `错误：${view.place.field.label}` : view.place.field.label
}

/** One picture: what is asked, what is there, what was done with it, and the form for another one. */
export async function SlotPage({ address, query }: { address: Address; query: SlotQuery }) {
  const view = await slotView(address.list, address.item, address.slot, query.held)
  if (!view) notFound()
  const workspace = guard(view)
  await noticeFirst(view.own)
  const { own, place, picture, refusal } = view
  const { part, slot, field, limit } = place
  const { title } = partOf(part)
  const open = view.state === 'open'
  const error = refusal && refusalText(refusal)
  const { h1, lead } = headline(view, query)
  const number = PARTS.findIndex((p) => p.id === part)
  const upload = open && (
    <section className="sec" id="upload">
      <h2>{picture ? '换一张' : '上传照片'}</h2>
      <UploadForm
        slot={slot}
        action={`${pathOf(place)}/upload`}
        label={field.label}
        limit={limit}
        replaces={picture !== undefined}
        error={error}
      />
    </section>
  )
  return (
    <ApplicantPage
      own={own}
      back={{ href: isListName(part) ? paths.list(part) : paths.part(part), text: `返回${title}` }}
      rail={<JourneyRail workspace={workspace} current={part} />}
      wrong={error !== undefined}
    >
      <Docket
        left={`第 ${number} 部分 · ${field.label}`}
        {...(picture ? { right: `${formatShanghai(picture.savedAt)} 上传` } : {})}
      />
      <h1>{h1}</h1>
      <DoneBanner done={query.done} />
      <NoticeOfChange result={query.result} />
      {error && (
        <Refusal own={own} refusal={refusal} text={error} limit={limit} kept={picture !== undefined} />
      )}
      {lead && <p className="lead">{lead}</p>}
      <Comments workspace={workspace} place={place} />
      {!open && (
        <Banner
          tone="info"
          title={workspace.row.kind === 'change' ? '这次没有选择变更这一部分' : '这张照片不用修改'}
        >
          <p>现在不能更换或删除。</p>
        </Banner>
      )}
      {/* After a refusal the way to mend it comes first. */}
      {error && upload}
      {error && picture && <h2 className="sec">现在保存的照片</h2>}
      {picture && <CurrentPicture view={view} picture={picture} marked={!error && isResult(query)} />}
      {!error && upload}
      {open && <HowTo portrait={limit.exact !== undefined} />}
    </ApplicantPage>
  )
}

const isResult = ({ result }: SlotQuery) => result === 'accepted' || result === 'adjusted'
