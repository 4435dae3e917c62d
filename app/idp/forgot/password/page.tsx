import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Actions } from '#components/form/actions'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { Control } from '#components/idp/control'
import { Problems } from '#components/idp/problems'
import { IdpBox } from '#components/idp/shell'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { type IdpPageProps, keptForm, queryValue } from '#lib/idp/forms'
import { mayReset } from '#lib/idp/recovery'
import { withQuery } from '#lib/paths'

async function formOf({ searchParams }: IdpPageProps) {
  return keptForm((await store()).read, queryValue((await searchParams).form), now())
}

export async function generateMetadata(props: IdpPageProps): Promise<Metadata> {
  const { problems } = await formOf(props)
  return { title: problems.password ? '错误：设置新密码' : '设置新密码' }
}

/** Last step of a recovery. */
export default async function PasswordPage(props: IdpPageProps) {
  const query = await props.searchParams
  const { problems } = await formOf(props)
  const recovery = queryValue(query.recovery)
  const request = queryValue(query.request)
  if (!(await mayReset(await store(), recovery, now()))) {
    redirect(withQuery('/idp/forgot/check', { recovery, request: request || undefined, missing: '1' }))
  }
  return (
    <IdpBox>
      <h1>设置新密码</h1>
      <Problems problems={problems} />
      <Form name="idp-password" action="/idp/forgot/password/submit" hidden={{ recovery, request }}>
        <Control
          name="password"
          label="新密码"
          type="password"
          autoComplete="new-password"
          hint="8 至 64 个字符，不要用太常见的密码。可以粘贴。"
          error={problems.password}
        />
        <Actions>
          <Button full>保存新密码</Button>
        </Actions>
      </Form>
    </IdpBox>
  )
}
