import { type Typed, TypedField } from '#components/admin/typed-field'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import type { StoredWindow } from '#db/queries/calendar'
import { TARGET_EXAM } from '#lib/collection/codes/local'
import { saveWindowAction } from './actions.ts'

const EXAMS = [
  { value: '', label: '请选择' },
  ...TARGET_EXAM.filter(({ value }) => value !== 'none').map(({ value, label }) => ({ value, label })),
]

const valuesOf = (window: StoredWindow | undefined): Record<string, string> =>
  window
    ? {
        exam: window.exam,
        name: window.name,
        opens: window.opens,
        closes: window.closes,
        examDate: window.examDate ?? '',
        example: window.example ? 'yes' : '',
      }
    : {}

/** One registration window: a new one, or one that is changed. */
export function WindowForm(props: { window: StoredWindow | undefined; refused: Typed | undefined }) {
  const { window, refused } = props
  const typed = refused ?? { values: valuesOf(window), errors: [] }
  return (
    <>
      <h1>{window ? window.name : '新增报名时间'}</h1>
      <Form name="save-window" action={saveWindowAction.bind(null, window?.id)} className="sheetform two">
        <TypedField name="exam" label="考试" typed={typed} groups={[{ choices: EXAMS }]} />
        <TypedField name="name" label="名称" typed={typed} />
        <TypedField name="opens" label="报名开始" typed={typed} />
        <TypedField name="closes" label="报名截止" typed={typed} />
        <TypedField name="examDate" label="考试日期" typed={typed} optional />
        <label className="choice">
          <input type="checkbox" name="example" value="yes" defaultChecked={typed.values.example === 'yes'} />
          <span className="t">标为“示例”，还不是正式公布的时间</span>
        </label>
        <div className="acts">
          <Button>保存</Button>
        </div>
      </Form>
    </>
  )
}
