import { redirect } from 'next/navigation'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { noticeFirst } from '#applicant/notice-first.ts'
import { ownPage } from '#applicant/own.ts'
import { OwnErrors } from '#applicant/own-errors.tsx'
import { Remarks } from '#components/fields/field-remark'
import { Actions } from '#components/form/actions'
import { ButtonLink } from '#components/form/button'
import { Banner } from '#components/layout/banner'
import { Docket } from '#components/layout/docket'
import { Source } from '#components/layout/source'
import { ItemCard } from '#components/record/item-card'
import { formatShanghai } from '#lib/clock'
import { nextAfter, slotOf } from '#lib/collection/journey'
import { isOpen } from '#lib/collection/opening'
import { blocking, issuesOf } from '#lib/collection/parse'
import { entryKey, wholeOf } from '#lib/collection/present'
import type { ListName } from '#lib/collection/step'
import { isPartId, LISTS, listOf, PARTS, partOf } from '#lib/collection/steps/index'
import { paths, withQuery } from '#lib/paths'
import { DoneBanner } from '../_views/done-banner.tsx'
import { JourneyRail } from '../_views/journey-rail.tsx'

/** A list: its entries as cards, what each still lacks, and the way on (guide 3.5). */
export async function ListPage({
  name,
  query,
}: {
  name: ListName
  query: { check?: string; done?: string }
}) {
  const path = paths.list(name)
  const own = await ownPage(path)
  const { workspace } = own
  if (!workspace) redirect(own.record ? paths.record : paths.step('scope'))
  if (workspace.row.status === 'submitted') redirect(paths.receipt)
  await noticeFirst(own)
  const list = listOf(name)
  const groups = workspace.rows.filter((g) => g.part === name)
  const issues = blocking(issuesOf(workspace.reading.issues, name))
  const open = isOpen(workspace.opening, name)
  const next = nextAfter(name)
  const general = issues.filter((i) => i.item === undefined)
  const errors = query.check ? general.map((i) => ({ href: `#${name}`, text: i.message })) : []
  const full = groups.length >= list.max
  return (
    <ApplicantPage
      own={own}
      back={{ href: paths.tasks, text: '返回任务清单' }}
      rail={<JourneyRail workspace={workspace} current={name} />}
      wrong={errors.length > 0}
    >
      <Docket
        left={`第 ${PARTS.findIndex((p) => p.id === name)} 部分 · 其他信息`}
        right={`上次保存 ${formatShanghai(workspace.row.savedAt)}`}
      />
      <h1>{list.title}</h1>
      <DoneBanner done={query.done} />
      <OwnErrors own={own} errors={errors} />
      <p className="lead">
        {list.lead} {list.source && <Source text={list.source} />}
      </p>
      {!open && (
        <Banner
          tone="info"
          title={workspace.row.kind === 'change' ? '这次没有选择变更这一部分' : '只能修改标着“需修改”的项目'}
        >
          <p>其他项目不能添加、修改或删除。</p>
        </Banner>
      )}
      <section className="sec" id={name}>
        <h2>{groups.length === 0 ? list.none : `您已添加 ${groups.length} 项`}</h2>
        {general.length > 0 && <p className="err-msg">{general.map((i) => i.message).join('；')}</p>}
        {groups.map((group) => {
          const item = group.item ?? ''
          const entryOpen = isOpen(workspace.opening, name, item)
          const gaps = issues.filter((i) => i.item === item)
          const whole = entryKey(name, item)
          const said = workspace.comments.filter((c) => c.key === whole || wholeOf(c.key) === whole)
          return (
            <ItemCard
              key={item}
              id={item}
              title={group.title.replace(`${list.title}：`, '')}
              rows={group.rows}
              gaps={gaps.map((i) => ({
                field: i.field ?? '',
                text: i.message,
                href: slotOf(name, i.field ?? '')
                  ? paths.entrySlot(name, item, i.field ?? '')
                  : `${withQuery(paths.entry(name, item), { check: '1' })}#${i.field ?? ''}`,
              }))}
              waiting={said.filter((c) => !c.mended).length}
              documentHref={paths.document}
              {...(entryOpen
                ? {
                    editHref: paths.entry(name, item),
                    pictureHref: paths.entrySlot(name, item, 'file'),
                    removeHref: paths.removeEntry(name, item),
                  }
                : {})}
            >
              <Remarks at={whole} comments={said.filter((c) => c.key === whole)} />
            </ItemCard>
          )
        })}
      </section>
      <Actions>
        {open && !full && (
          <ButtonLink href={paths.newEntry(name)} tone="second">
            添加{groups.length === 0 ? '' : '一项'}
            {list.entry}
          </ButtonLink>
        )}
        <ButtonLink href={next === 'check' ? paths.check : paths.part(next)}>
          {groups.length === 0 ? '没有，' : ''}继续
          {next === 'check' ? '核对并提交' : `填写${isPartId(next) ? partOf(next).title : ''}`}
        </ButtonLink>
      </Actions>
      {full && <p className="muted">最多添加 {list.max} 项，已经满了。</p>}
      <section className="sec">
        <h2>其他信息包括五类</h2>
        <ul className="hub">
          {LISTS.map((other) => {
            const count = workspace.draft.entries.filter((e) => e.list === other.id).length
            return (
              <li key={other.id}>
                {other.id === name ? (
                  <b aria-current="page">{other.title}</b>
                ) : (
                  <a href={paths.list(other.id)}>{other.title}</a>
                )}
                <span className="c">{count === 0 ? '没有' : `${count} 项`}</span>
              </li>
            )
          })}
        </ul>
      </section>
    </ApplicantPage>
  )
}
