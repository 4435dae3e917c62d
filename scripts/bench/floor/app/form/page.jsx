import { redirect } from 'next/navigation'
import { Choices, Control, Field } from './fields'

export const dynamic = 'force-dynamic'

async function save() {
  'use server'
  redirect('/form')
}

/** A form of eight fields, as the framework's own manual and Tailwind's make one: what our step of eight asks. */
export default function FormPage() {
  return (
    <main className="mx-auto max-w-2xl px-4 py-8">
      <h1 className="text-2xl font-semibold">添加资格</h1>
      <p className="mt-2 text-base text-gray-600">未注明“选填”的均为必填。</p>
      <form action={save} className="mt-6 space-y-8 rounded-lg bg-white p-6 shadow-sm">
        <Choices name="series" label="资格类型" options={['会计', '审计', '经济', '统计', '其他']} />
        <Choices name="level" label="资格级别" options={['初级', '中级', '副高级', '正高级']} />
        <Field name="title" label="资格名称（选填）" hint="例如 会计师。">
          <Control name="title" defaultValue="" />
        </Field>
        <Field name="method" label="取得方式">
          <select
            id="method"
            name="method"
            className="block h-12 w-full rounded-md border border-gray-500 bg-white px-3 text-lg focus:ring-2 focus:ring-blue-600 focus:outline-none"
          >
            {['考试', '评审', '考评结合', '其他'].map((option) => (
              <option key={option}>{option}</option>
            ))}
          </select>
        </Field>
        <Field name="date" label="取得时间" hint="照证书上的批准日期填写。">
          <Control name="date" type="date" defaultValue="" />
        </Field>
        <Field name="number" label="证书编号或批文号">
          <Control name="number" defaultValue="" />
        </Field>
        <Field name="issuer" label="发证机关">
          <Control name="issuer" defaultValue="" />
        </Field>
        <Field name="picture" label="资格证书照片" hint="JPG 或 PNG，不超过 8 MB。">
          <input
            id="picture"
            name="picture"
            type="file"
            className="block w-full text-base file:mr-4 file:rounded-md file:border-0 file:bg-blue-50 file:px-4 file:py-2 file:font-semibold file:text-blue-700"
          />
        </Field>
        <div className="flex items-center justify-end gap-x-6">
          <button type="submit" name="intent" value="draft" className="font-semibold text-gray-900">
            保存草稿
          </button>
          <button
            type="submit"
            className="rounded-md bg-blue-700 px-6 py-3 text-lg font-semibold text-white hover:bg-blue-600 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-blue-700"
          >
            保存并继续
          </button>
        </div>
      </form>
    </main>
  )
}
