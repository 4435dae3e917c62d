import { Button, ButtonLink } from '#components/form/button'
import { Form } from '#components/form/form'
import { Tag } from '#components/layout/tag'
import type { StoredWindow } from '#db/queries/calendar'
import { TARGET_EXAM } from '#lib/collection/codes/local'
import { labelOf } from '#lib/collection/codes/option'
import { paths, withQuery } from '#lib/paths'
import { removeWindowAction } from './actions.ts'

/** When one registers for the exams: what applicants are reminded of (D19). */
export function Windows({ windows }: { windows: readonly StoredWindow[] }) {
  return (
    <section className="sec" aria-labelledby="windows">
      <h2 id="windows">考试报名时间</h2>
      <p className="measure">打算报考的申请人会看到报名时间和最晚提交日期。</p>
      <div className="acts">
        <ButtonLink tone="second" href={withQuery(paths.adminCalendar, { window: 'new' })}>
          新增报名时间
        </ButtonLink>
      </div>
      <div className="tablewrap">
        <table className="grid cards">
          <caption className="vh">考试报名时间</caption>
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">考试</th>
              <th scope="col">报名开始</th>
              <th scope="col">报名截止</th>
              <th scope="col">考试日期</th>
              <th scope="col">
                <span className="vh">办理</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {windows.map((window) => (
              <tr key={window.id} data-window={window.id}>
                <th scope="row">
                  <a href={withQuery(paths.adminCalendar, { window: window.id })}>{window.name}</a>{' '}
                  {window.example && <Tag tone="warn">示例</Tag>}
                </th>
                <td className="st">{labelOf(TARGET_EXAM, window.exam)}</td>
                <td className="full" data-l="报名开始">
                  {window.opens}
                </td>
                <td className="full" data-l="报名截止">
                  {window.closes}
                </td>
                <td className="full" data-l="考试日期">
                  {window.examDate ?? '未定'}
                </td>
                <td>
                  <Form name="remove-window" action={removeWindowAction} hidden={{ windowId: window.id }}>
                    <Button tone="plain">
                      删除<span className="vh">{window.name}</span>
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
