import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ApplicantPage } from '#applicant/applicant-page.tsx'
import { Actions } from '#components/form/actions'
import { Button, ButtonLink } from '#components/form/button'
import { ErrorSummary } from '#components/form/error-summary'
import { Form } from '#components/form/form'
import { Banner } from '#components/layout/banner'
import { Docket } from '#components/layout/docket'
import { currentNotice, hasConsented } from '#db/queries/notices'
import { store } from '#db/store'
import { tiedTo } from '#lib/collection/opening'
import type { PartId } from '#lib/collection/step'
import { PARTS, partOf } from '#lib/collection/steps/index'
import { paths } from '#lib/paths'
import { ownRecord } from '../own-record.ts'
import { changeAction } from './actions.ts'

type Search = Promise<{ none?: string }>

export async function generateMetadata({ searchParams }: { searchParams: Search }): Promise<Metadata> {
  return { title: (await searchParams).none ? '错误：信息变更' : '信息变更' }
}

function opensToo(part: PartId): string {
  const tied = tiedTo(part).map((id) => partOf(id).title)
  return tied.length === 0 ? '' : `同时打开：${tied.join('、')}`
}

/** Which parts are to change; the others stay closed (D13). */
export default async function ChangePage({ searchParams }: { searchParams: Search }) {
  const { own } = await ownRecord(paths.change)
  const { none } = await searchParams
  const { read } = await store()
  if (!(await hasConsented(read, own.session.person.id, await currentNotice(read)))) redirect(paths.notice)
  const { workspace } = own
  return (
    <ApplicantPage own={own} back={{ href: paths.record, text: '返回我的记录' }}>
      <Docket left="已通过的记录" />
      <h1>信息变更</h1>
      {none && <ErrorSummary errors={[{ href: '#parts', text: '请至少选择一个要变更的部分' }]} />}
      {workspace ? (
        <>
          <Banner
            tone="info"
            title={workspace.row.status === 'submitted' ? '您有一份变更正在审核' : '您有一份变更还没有提交'}
          >
            <p>处理完这一份，才能再开始新的变更。</p>
          </Banner>
          <Actions>
            <ButtonLink href={workspace.row.status === 'submitted' ? paths.receipt : paths.tasks}>
              {workspace.row.status === 'submitted' ? '查看回执' : '继续填写变更'}
            </ButtonLink>
          </Actions>
        </>
      ) : (
        <Form name="change" action={changeAction} label="信息变更">
          <p className="lead">选择要变更的部分，其他部分不动。变更审核通过前，原来的记录一直有效。</p>
          <fieldset
            className={none ? 'field has-error' : 'field'}
            id="parts"
            aria-describedby={none ? 'parts-error' : undefined}
            aria-invalid={none ? true : undefined}
          >
            <legend className="label">要变更哪些部分</legend>
            {none && (
              <p className="err-msg" id="parts-error">
                <span>
                  <span className="vh">错误：</span>请至少选择一个要变更的部分
                </span>
              </p>
            )}
            <div className="choices">
              {PARTS.map((part) => (
                <label key={part.id} className="choice">
                  <input type="checkbox" name="parts" value={part.id} />
                  <span className="t">
                    {part.title}
                    <span className="d">
                      {part.holds}
                      {opensToo(part.id) === '' ? '' : `。${opensToo(part.id)}`}
                    </span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          <Actions>
            <Button>开始变更</Button>
          </Actions>
        </Form>
      )}
    </ApplicantPage>
  )
}
