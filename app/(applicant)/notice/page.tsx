import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Banner } from '#components/layout/banner'
import { Docket } from '#components/layout/docket'
import { NoticeForm } from '#components/notice/notice-form'
import { NoticeText } from '#components/notice/notice-text'
import {
  currentNotice,
  hasConsented,
  listConsents,
  noticeOpenedAt,
  noticeText,
  openNotice,
} from '#db/queries/notices'
import { store } from '#db/store'
import { secondsLeft } from '#lib/collection/notice-lock'
import { env } from '#lib/env'
import { paths } from '#lib/paths'
import { ApplicantPage } from '../applicant-page.tsx'
import { ownPage } from '../own.ts'
import { OwnErrors } from '../own-errors.tsx'
import { consentAction } from './actions.ts'
import '#applicant/applicant.css'

type Search = Promise<{ early?: string; missing?: string; ticked?: string }>

export async function generateMetadata({ searchParams }: { searchParams: Search }): Promise<Metadata> {
  const { early, missing } = await searchParams
  return { title: early || missing ? '错误：信息采集须知' : '信息采集须知' }
}

/** 信息采集须知: thirty seconds from its first showing, by the server's clock (R13). */
export default async function NoticePage({ searchParams }: { searchParams: Search }) {
  const own = await ownPage(paths.notice)
  const { read, write } = await store()
  const version = await currentNotice(read)
  const personId = own.session.person.id
  if (await hasConsented(read, personId, version)) redirect(paths.tasks)
  // The first showing is what the law of thirty seconds counts from: this GET may write it, once.
  await write((tx) => openNotice(tx, personId, version, own.at))
  const openedAt = (await noticeOpenedAt(read, personId, version)) ?? own.at
  const left = secondsLeft(openedAt, own.at, env().noticeLockSeconds)
  const { early, missing, ticked } = await searchParams
  const errors = [
    ...(early && left > 0 ? [{ href: '#consent', text: `还需阅读 ${left} 秒，读完后再勾选并确定` }] : []),
    ...(missing ? [{ href: '#consent', text: '请勾选两项同意，再点确定' }] : []),
  ]
  const again = (await listConsents(read, personId)).length > 0
  return (
    <ApplicantPage own={own} wrong={errors.length > 0}>
      <Docket left="第 0 步 · 须知" right={`版本 ${version}`} />
      <h1>信息采集须知</h1>
      <OwnErrors own={own} errors={errors} />
      {again && errors.length === 0 && (
        <Banner tone="info" title="须知有新版本，请重新阅读">
          <p>已经填写的内容都还在，读完确定后可以接着办。</p>
        </Banner>
      )}
      <NoticeText sections={await noticeText(read, version)} />
      <NoticeForm
        action={consentAction}
        version={version}
        left={left}
        ticked={(ticked ?? '').split(',')}
        error={errors[0]?.text}
      />
    </ApplicantPage>
  )
}
