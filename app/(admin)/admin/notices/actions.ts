'use server'

import { redirect } from 'next/navigation'
import { refuse } from '#admin/refused.ts'
import { faultOf } from '#db/errors'
import { currentNotice, noticeText, publishNotice } from '#db/queries/notices'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { scalar, textPairs } from '#lib/forms'
import { hold } from '#lib/identity/held'
import { requireAdmin } from '#lib/identity/session'
import { readNoticeInput } from '#lib/notice-input'
import { paths, withQuery } from '#lib/paths'

/** Keeps a typed text and shows what it would be, beside the one in force. Nothing is published yet. */
export async function previewAction(form: FormData): Promise<void> {
  const session = await requireAdmin(paths.adminNewNotice, form)
  const { read } = await store()
  const current = await noticeText(read, await currentNotice(read))
  const { errors } = readNoticeInput(textPairs(form), current)
  if (errors.length > 0) return refuse(session, paths.adminNewNotice, form, errors)
  const owner = `person:${session.person.id}` as const
  const kept = { owner, path: paths.adminNoticePreview, values: textPairs(form), issues: [] }
  redirect(withQuery(paths.adminNoticePreview, { held: await hold(kept, now()) }))
}

const OVERTAKEN = [{ name: 'title1', text: '在您起草期间，另一版须知已经发布。请对照现行须知再改' }]

/** Publishes what the preview showed: it posts the same text, so that nothing else can be published. */
export async function publishAction(form: FormData): Promise<void> {
  const session = await requireAdmin(paths.adminNewNotice, form)
  const { read, write } = await store()
  const current = await noticeText(read, await currentNotice(read))
  const { sections, errors } = readNoticeInput(textPairs(form), current)
  if (errors.length > 0) return refuse(session, paths.adminNewNotice, form, errors)
  const seen = scalar(form, 'seen')
  const version = await write((tx) => publishNotice(tx, sections, seen, session.person.id, now())).catch(
    (error: unknown) => {
      // Two administrators at the same moment: the store lets one through.
      if (faultOf(error) === 'unique') return undefined
      throw error
    },
  )
  if (version === undefined) return refuse(session, paths.adminNewNotice, form, OVERTAKEN)
  redirect(withQuery(paths.adminNotices, { done: 'published' }))
}
