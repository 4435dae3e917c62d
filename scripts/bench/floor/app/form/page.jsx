import { redirect } from 'next/navigation'

export const dynamic = 'force-dynamic'

const FIELDS = ['民族', '政治面貌', '手机号', '电子邮箱', '通讯地址', '邮政编码', '工作单位', '备注']

async function save() {
  'use server'
  redirect('/form')
}

/** A form of eight fields, as the framework's own manual makes one. */
export default function FormPage() {
  return (
    <main>
      <h1>个人信息</h1>
      <form action={save}>
        {FIELDS.map((label) => (
          <p key={label}>
            <label>
              {label} <input name={label} defaultValue="示例" />
            </label>
          </p>
        ))}
        <button type="submit">保存</button>
      </form>
    </main>
  )
}
