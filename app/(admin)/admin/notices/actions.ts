'use server'

import { redirect } from 'next/navigation'
import { editor } from '#admin/editor.ts'
import { keep, refuse } from '#admin/refused.ts'
import { whenTwice } from '#db/errors'
import { currentNotice, noticeText, publishNotice } from '#db/queries/notices'
import { store } from '#db/store'
import { scalar, textPairs } from '#lib/forms'
import { requireAdmin } from '#lib/identity/session'
import { readNoticeInput } from '#lib/notice-input'
import { paths, withQuery } from '#lib/paths'

/** A typed text, read against the one in force. */
async function readDraft(form: FormData) {
  const { read } = await store()
  return readNoticeInput(textPairs(form), await noticeText(read, await currentNotice(read)))
}

/** Keeps a typed text and shows what it would be, beside the one in force. Nothing is published yet. */
export async function previewAction(form: FormData): Promise<void> {
  const session = await requireAdmin(paths.adminNewNotice, form)
  const { errors } = await readDraft(form)
  if (errors.length > 0) return refuse(session, paths.adminNewNotice, form, errors)
  const path = paths.adminNoticePreview
  redirect(withQuery(path, { held: await keep(session, path, form) }))
}

const OVERTAKEN = [{ name: 'title1', text: '在您起草期间，另一版须知已经发布。请对照现行须知再改' }]

/** Publishes what the preview showed: it posts the same text, so that nothing else can be published. */
export async function publishAction(form: FormData): Promise<void> {
  const session = await requireAdmin(paths.adminNewNotice, form)
  const { sections, errors } = await readDraft(form)
  if (errors.length > 0) return refuse(session, paths.adminNewNotice, form, errors)
  const seen = scalar(form, 'seen')
  const { write } = await store()
  const version = await write((tx) => publishNotice(tx, editor(session), sections, seen)).catch(
    whenTwice(undefined),
  )
  if (version === undefined) return refuse(session, paths.adminNewNotice, form, OVERTAKEN)
  redirect(withQuery(paths.adminNotices, { done: 'published' }))
}
