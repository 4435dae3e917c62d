import type { Metadata } from 'next'
import { Actions } from '#components/form/actions'
import { ButtonLink } from '#components/form/button'
import { IdpBox } from '#components/idp/shell'
import { type IdpPageProps, queryValue } from '#lib/idp/forms'
import { withQuery } from '#lib/paths'

export const metadata: Metadata = { title: '该证件号码已注册' }

/** The ID number has an account: the two ways on. */
export default async function TakenPage({ searchParams }: IdpPageProps) {
  const request = queryValue((await searchParams).request) || undefined
  return (
    <IdpBox>
      <h1>该证件号码已注册</h1>
      <p className="lead">
        一个证件号码只能注册一次。记得密码的，直接登录；忘记密码的，凭姓名、证件号码和人脸核验找回。
      </p>
      <Actions>
        <ButtonLink href={withQuery('/idp/login', { request })}>去登录</ButtonLink>
        <ButtonLink href={withQuery('/idp/forgot', { request })} tone="second">
          找回密码
        </ButtonLink>
      </Actions>
    </IdpBox>
  )
}
