import type { Metadata } from 'next'
import { Actions } from '#components/form/actions'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { Choice } from '#components/idp/choice'
import { Control } from '#components/idp/control'
import { Problems } from '#components/idp/problems'
import { IdpBox } from '#components/idp/shell'
import { store } from '#db/store'
import { now } from '#lib/clock'
import { type IdpPageProps, keptForm, queryValue } from '#lib/idp/forms'
import { ID_TYPES } from '#lib/idp/id-types'
import { withQuery } from '#lib/paths'

async function formOf({ searchParams }: IdpPageProps) {
  return keptForm((await store()).read, queryValue((await searchParams).form), now())
}

export async function generateMetadata(props: IdpPageProps): Promise<Metadata> {
  const { problems } = await formOf(props)
  return { title: Object.keys(problems).length > 0 ? '错误：注册' : '注册' }
}

/** Registration of a person, as the guide's section 2 has it. */
export default async function RegisterPage(props: IdpPageProps) {
  const { values, problems } = await formOf(props)
  const request = queryValue((await props.searchParams).request)
  const field = (name: string) => ({ name, value: values[name], error: problems[name] })
  return (
    <IdpBox>
      <h1>注册新用户</h1>
      <Problems problems={problems} />
      <Form name="idp-register" action="/idp/register/submit" hidden={{ request }}>
        <Control {...field('name')} label="姓名" autoComplete="name" hint="与证件一致" />
        <Choice {...field('idType')} label="证件类型" options={ID_TYPES} />
        <Control {...field('idNumber')} label="证件号码" autoComplete="off" mono />
        <Control {...field('mobile')} label="手机号" type="tel" autoComplete="tel-national" mono digits />
        <Control
          {...field('password')}
          label="密码"
          type="password"
          autoComplete="new-password"
          hint="8 至 64 个字符，不要用太常见的密码。可以粘贴。"
        />
        <Actions>
          <Button full>下一步，安全验证</Button>
        </Actions>
      </Form>
      <p className="row-links">
        <a href={withQuery('/idp/login', { request: request || undefined })}>已有账号，去登录</a>
      </p>
    </IdpBox>
  )
}
