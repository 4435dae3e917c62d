import { BLANK, type Typed, TypedField } from '#components/admin/typed-field'
import { Button } from '#components/form/button'
import { Form } from '#components/form/form'
import { Tag } from '#components/layout/tag'
import type { CalendarDay } from '#db/queries/calendar'
import { CALENDARS } from '#lib/working-days.data'
import { addDaysAction, removeDayAction } from './actions.ts'

const KINDS = [
  { value: '', label: '请选择' },
  { value: 'off', label: '放假' },
  { value: 'worked', label: '上班' },
]

/** `10 月 1 日` of `10-01`. */
const dayText = (short: string) => `${Number(short.slice(0, 2))} 月 ${Number(short.slice(3))} 日`

/** What the shipped calendar says of a year, in one sentence. */
function shipped(year: number): string {
  const calendar = CALENDARS.find((known) => known.year === year)
  if (!calendar) return `${year} 年：系统没有自带节假日，只按周末计算，请在国务院通知公布后补充。`
  const off = calendar.off.map(([first, last]) => `${dayText(first)}至 ${dayText(last)}`).join('、')
  return `${year} 年放假 ${off}；周末上班 ${calendar.worked.map(dayText).join('、')}。`
}

/** The province's own days over the shipped calendar. */
export function Days(props: { days: readonly CalendarDay[]; refused: Typed | undefined; year: number }) {
  const { days, refused, year } = props
  const typed = refused ?? BLANK
  return (
    <section className="sec" aria-labelledby="days">
      <h2 id="days">工作日</h2>
      <p className="measure">审核期限和超期按工作日计算。只补充一天的，“到”不填。系统自带的日历：</p>
      <ul className="dots measure">
        <li>{shipped(year)}</li>
        <li>{shipped(year + 1)}</li>
      </ul>
      <Form name="add-days" action={addDaysAction} label="补充放假或上班的日子" className="filters row">
        <TypedField name="from" label="从" typed={typed} className="day" placeholder="2026-10-01" />
        <TypedField name="to" label="到" typed={typed} optional className="day" placeholder="2026-10-07" />
        <TypedField name="kind" label="放假或上班" typed={typed} groups={[{ choices: KINDS }]} />
        <TypedField name="note" label="说明" typed={typed} optional className="wide2" />
        <div className="go">
          <Button>补充</Button>
        </div>
      </Form>
      <div className="tablewrap">
        <table className="grid">
          <caption className="vh">全省补充的日子</caption>
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">安排</th>
              <th scope="col">说明</th>
              <th scope="col">
                <span className="vh">办理</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {days.length === 0 && (
              <tr>
                <td colSpan={4}>没有补充，全部按系统自带的日历。</td>
              </tr>
            )}
            {days.map(({ day, worked, note }) => (
              <tr key={day} data-day={day}>
                <th scope="row">{day}</th>
                <td>{worked ? <Tag tone="info">上班</Tag> : <Tag>放假</Tag>}</td>
                <td>{note}</td>
                <td>
                  <Form name="remove-day" action={removeDayAction} hidden={{ day }}>
                    <Button tone="plain">
                      删除<span className="vh">{day}</span>
                    </Button>
                  </Form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
