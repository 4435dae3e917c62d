import { listAccess } from '#db/queries/access'
import { listDecisions } from '#db/queries/decisions'
import { recordEvent } from '#db/queries/events'
import { listConsents } from '#db/queries/notices'
import { findOwnCollection } from '#db/queries/own'
import { findSubmission } from '#db/queries/submissions'
import { store } from '#db/store'
import { now } from '#lib/clock'
import type { RowGroup } from '#lib/collection/present'
import { requireApplicant } from '#lib/identity/session'
import { paths } from '#lib/paths'

const plain = (groups: readonly RowGroup[]) =>
  groups.map((g) => ({
    part: g.part,
    title: g.title,
    rows: g.rows.map(({ key, label, text }) => ({ key, label, text })),
  }))

/** One's own data as a file: what is filled, what was decided, what was consented to, who looked. */
export async function GET(): Promise<Response> {
  const session = await requireApplicant(paths.download)
  const { read, write } = await store()
  const at = now()
  const { person } = session
  const { workspace, record } = await findOwnCollection(read, person, at)
  const approved = record && (await findSubmission(read, record.submissionId))
  const application = workspace?.row.id ?? record?.applicationId
  const decisions = application ? await listDecisions(read, application) : []
  await write((tx) =>
    recordEvent(tx, { at, actorId: person.id, role: 'applicant', verb: 'download', personId: person.id }),
  )
  const body = {
    person: { name: person.name, idType: person.idType, idNumber: person.idNumber, mobile: person.mobile },
    record:
      record && approved
        ? { version: record.version, approvedAt: record.approvedAt, groups: plain(approved.snapshot.rows) }
        : null,
    open: workspace
      ? { status: workspace.row.status, kind: workspace.row.kind, groups: plain(workspace.rows) }
      : null,
    decisions: decisions.map(({ decision, decidedAt, codes, text, comments }) => ({
      decision,
      decidedAt,
      codes,
      text,
      comments,
    })),
    consents: await listConsents(read, person.id),
    access: await listAccess(read, person.id, 1000),
  }
  return new Response(JSON.stringify(body, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="my-information.json"',
    },
  })
}
