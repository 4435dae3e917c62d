import type { Metadata } from 'next'
import { ErrorSummary } from '#components/form/error-summary'
import { Checks } from '#components/review/checks'
import { DECISION_FORM, DecisionForm } from '#components/review/decision-form'
import { Desk } from '#components/review/desk-rows'
import { ForwardForm } from '#components/review/forward-form'
import { listOffices } from '#db/queries/offices'
import { store } from '#db/store'
import { DeskPage } from '#desk/desk-page.tsx'
import { RETURN_REASONS } from '#lib/collection/codes/reasons'
import { paths, withQuery } from '#lib/paths'
import { templatesFor } from '#lib/review/decision'
import { evidenceOf } from '#lib/review/evidence'
import { filterParams, one, type Params, unpackFilter } from '#lib/review/filter'
import { Outcome } from '../outcome.tsx'
import { claimAction, decisionAction, forwardAction, undoAction } from './actions.ts'
import { Changes } from './changes.tsx'
import { Conflict } from './conflict.tsx'
import { openDesk } from './dossier.ts'
import { Evidence, namedPictures } from './evidence.tsx'
import { officeGroups } from './forward-errors.ts'
import { Hands, Head } from './head.tsx'
import { heldTyping } from './held-decision.ts'
import { History } from './history.tsx'
import { verified } from './verified.ts'

type Props = { params: Promise<{ applicationId: string }>; searchParams: Promise<Params> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const desk = await openDesk((await params).applicationId)
  const held = await heldTyping(desk, one(await searchParams, 'held'))
  return { title: `${held?.errors.length ? '错误：' : ''}${desk.row.name}的申请` }
}

/** One application: claim and proof in one glance; the decision form is there for the holder alone (D11). */
export default async function ApplicationPage({ params, searchParams }: Props) {
  const desk = await openDesk((await params).applicationId)
  const query = await searchParams
  const { row, submission, session, mine, own, reviews, bases } = desk
  const f = one(query, 'f')
  const held = await heldTyping(desk, one(query, 'held'))
  const bound = { id: row.id, f: f ?? '' }
  const href = (extra: Record<string, string | undefined>) =>
    withQuery(paths.application(row.id), { ...extra, f, held: held?.id })
  const viewHref = (att: string, zoom?: string) => `${href({ att, zoom })}#viewer`
  const pictures = namedPictures(desk)
  const shown = (pictures.find((p) => p.key === one(query, 'att')) ?? pictures[0])?.key
  const { passed, hints } = verified(desk)
  const errors = Object.fromEntries((held?.errors ?? []).map(({ name, text }) => [name, text]))
  const form = mine ? DECISION_FORM : undefined
  const onlyChanges = bases.length > 0 && one(query, 'view') === 'changes'
  const offices = await listOffices((await store()).read)
  const counties = offices.filter((o) => o.level === 'county' && o.id !== row.officeId)
  const mayForward = row.status === 'submitted' && !own && (mine || !reviews)
  return (
    <DeskPage
      session={session}
      office={desk.office?.name}
      current={paths.queue}
      back={{
        href: withQuery(paths.queue, filterParams(unpackFilter(f))),
        text: '返回队列（保留筛选）',
      }}
      mainProps={{ 'data-status': row.status, 'data-kind': row.kind }}
    >
      <Outcome session={session} params={query} />
      <Conflict desk={desk} code={one(query, 'conflict')} held={held} />
      <ErrorSummary errors={(held?.errors ?? []).map(({ name, text }) => ({ href: `#${name}`, text }))} />
      <Head
        desk={desk}
        anchors={[
          ...(mine ? [{ href: `#${DECISION_FORM}`, text: '到审核决定' }] : []),
          ...(mayForward ? [{ href: '#forward', text: '移交' }] : []),
          { href: '#history', text: '历史与审计' },
        ]}
      />
      <Hands
        desk={desk}
        claim={claimAction.bind(null, bound)}
        undo={undoAction.bind(null, bound)}
        held={held?.id}
      />
      <Changes desk={desk} asked={one(query, 'base')} only={onlyChanges} href={href} />
      {!onlyChanges && (
        <div className="split">
          <div>
            <Checks passed={passed} hints={hints} />
            <Desk
              groups={submission.snapshot.rows}
              masked={!mine}
              form={form}
              comments={held?.typed.comments ?? {}}
              templates={held?.typed.templates ?? {}}
              errors={errors}
              sentences={templatesFor}
              viewHref={viewHref}
              evidence={evidenceOf(submission.snapshot.rows)}
              current={shown}
              hinted={new Set(hints.flatMap((hint) => hint.key ?? []))}
            />
          </div>
          {shown && (
            <Evidence
              desk={desk}
              shown={shown}
              full={one(query, 'zoom') === 'full'}
              href={viewHref}
              form={form}
              hints={hints}
            />
          )}
        </div>
      )}
      {mine && (
        <DecisionForm
          action={decisionAction.bind(null, bound)}
          version={row.version}
          reasons={RETURN_REASONS}
          typed={held?.typed}
          errors={errors}
        />
      )}
      {mayForward && (
        <ForwardForm
          action={forwardAction.bind(null, bound)}
          version={row.version}
          groups={officeGroups(counties)}
          officeId={held?.officeId ?? ''}
          note={held?.note ?? ''}
          errors={errors}
        />
      )}
      <History desk={desk} offices={new Map(offices.map((o) => [o.id, o.name]))} />
    </DeskPage>
  )
}
