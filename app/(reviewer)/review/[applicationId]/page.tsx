import type { Metadata } from 'next'
import { BLANK } from '#components/admin/typed-field'
import { ErrorSummary } from '#components/form/error-summary'
import { Checks } from '#components/review/checks'
import { DECISION_FORM, DecisionForm } from '#components/review/decision-form'
import { Desk } from '#components/review/desk-rows'
import { ForwardForm } from '#components/review/forward-form'
import { RevealForm } from '#components/review/reveal-form'
import { Carried } from '#components/review/tick-box'
import { listOffices } from '#db/queries/offices'
import { store } from '#db/store'
import { DeskPage } from '#desk/desk-page.tsx'
import { paths, withQuery } from '#lib/paths'
import { templatesFor } from '#lib/review/decision'
import { evidenceOf } from '#lib/review/evidence'
import { one, type Params, placeParams, unpackPlace } from '#lib/review/filter'
import { type Look, lookQuery, readLook } from '#lib/review/look'
import { DeskKeys } from '../keys.tsx'
import { Outcome } from '../outcome.tsx'
import { claimAction, decisionAction, forwardAction, revealAction, undoAction } from './actions.ts'
import { BelowChange, unseenPairs } from './below-change.tsx'
import { Changes } from './changes.tsx'
import { Conflict } from './conflict.tsx'
import { openDesk } from './dossier.ts'
import { Evidence, namedPictures } from './evidence.tsx'
import { Hands, Head } from './head.tsx'
import { heldTyping } from './held-decision.ts'
import { hintsOf } from './hints.ts'
import { History } from './history.tsx'
import { revealedUntil } from './revealed.ts'
import { happenedSince } from './since.ts'
import { keptTicks } from './ticks.ts'
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
  const viewHref = (look: Look) => `${href(lookQuery(look))}#viewer`
  const pictures = namedPictures(desk)
  const shown = (pictures.find((p) => p.key === one(query, 'att')) ?? pictures[0])?.key
  const passed = verified(desk)
  const hints = hintsOf(desk)
  const errors = Object.fromEntries((held?.errors ?? []).map(({ name, text }) => [name, text]))
  const form = mine ? DECISION_FORM : undefined
  const base = bases.find(({ by }) => by === one(query, 'base')) ?? bases[0]
  const onlyChanges = base !== undefined && one(query, 'view') === 'changes'
  const kept = keptTicks(desk)
  const boxes = {
    form,
    typed: held?.typed,
    errors,
    sentences: (key: string) => templatesFor(key, desk.offered),
    ticks: held ? new Set(held.typed.ticks) : kept,
    kept,
  }
  const offices = await listOffices((await store()).read)
  const counties = offices.filter((o) => o.level === 'county' && o.closedAt === null && o.id !== row.officeId)
  const until = await revealedUntil(session.person.id, row.id, one(query, 'show'), desk.at)
  const mayForward = row.status === 'submitted' && !own && (mine || !reviews)
  return (
    <DeskPage
      session={session}
      office={desk.office?.name}
      current={paths.queue}
      back={{
        href: `${withQuery(paths.queue, placeParams(unpackPlace(f)))}#a-${row.id}`,
        text: '返回队列（保留筛选）',
      }}
      mainProps={{ 'data-status': row.status, 'data-kind': row.kind }}
    >
      <Outcome session={session} params={query} />
      <Conflict
        desk={desk}
        code={one(query, 'conflict')}
        held={held}
        since={await happenedSince(desk, held?.version ?? 0)}
      />
      <ErrorSummary errors={(held?.errors ?? []).map(({ name, text }) => ({ href: `#${name}`, text }))} />
      <Head
        desk={desk}
        until={until}
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
      {reviews && !own && !mine && !until && (
        <RevealForm action={revealAction.bind(null, bound)} typed={held ?? BLANK} />
      )}
      {base && (
        <Changes
          desk={desk}
          base={base}
          only={onlyChanges}
          href={href}
          kept={form ? kept.size : 0}
          below={(key) => <BelowChange desk={desk} rowKey={key} boxes={boxes} />}
        />
      )}
      {onlyChanges && form && <Carried form={form} pairs={unseenPairs(desk, base, boxes)} />}
      {!onlyChanges && (
        <div className="split">
          <div>
            <Checks passed={passed} hints={hints} fileHref={paths.application} />
            <Desk
              groups={submission.snapshot.rows}
              masked={!mine && !until}
              boxes={boxes}
              viewHref={viewHref}
              evidence={evidenceOf(submission.snapshot.rows)}
              current={shown}
              hinted={new Set(hints.flatMap((hint) => hint.key ?? []))}
              marks={new Map(passed.flatMap(({ keys, short }) => keys.map((key) => [key, short] as const)))}
            />
          </div>
          {shown && (
            <Evidence
              desk={desk}
              look={readLook(shown, one(query, 'zoom'), one(query, 'turn'))}
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
          reasons={desk.offered}
          view={onlyChanges ? 'changes' : ''}
          typed={held?.typed}
          errors={errors}
        />
      )}
      {mayForward && (
        <ForwardForm
          action={forwardAction.bind(null, bound)}
          version={row.version}
          offices={counties}
          typed={held ?? BLANK}
        />
      )}
      <DeskKeys switchable={false} />
      <History
        desk={desk}
        offices={new Map(offices.map((o) => [o.id, o.name]))}
        opened={Number(one(query, 'round'))}
        href={href}
      />
    </DeskPage>
  )
}
