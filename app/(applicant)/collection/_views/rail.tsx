import { OfficeCard } from '#components/layout/office-card'
import { RailSection } from '#components/layout/rail-section'
import type { Office } from '#db/queries/offices'
import { dateText } from '#lib/collection/kinds/date'
import type { ExamReminder } from '#lib/exam'

/** Beside the task list: what to have ready, and whom to ask. */
export function TaskRail({
  office,
  reminder,
  preparing,
}: {
  office: Office | undefined
  reminder?: ExamReminder | undefined
  /** There is something left to fill. */
  preparing: boolean
}) {
  return (
    <>
      {reminder && (
        <RailSection title="报名提醒">
          <p>
            {reminder.window.name}报名{dateText(reminder.window.opens)}至{dateText(reminder.window.closes)}
            {reminder.window.example ? '（示例）' : ''}
            {reminder.window.examDate ? `，考试从${dateText(reminder.window.examDate)}开始` : ''}。
          </p>
          <p>
            <b>
              {reminder.late ? '时间已经很紧，请尽快提交' : `最晚请在 ${dateText(reminder.lastSafe)} 前提交`}
            </b>
            ，给审核留出 5 个工作日。
          </p>
        </RailSection>
      )}
      {preparing && (
        <RailSection title="填写前备好">
          <ul className="dots">
            <li>近期白底证件照</li>
            <li>学历证书、学位证书</li>
            <li>单位全称和统一社会信用代码</li>
            <li>资格证书（有的话）</li>
          </ul>
        </RailSection>
      )}
      {office && (
        <RailSection title="业务咨询">
          <OfficeCard name={office.name} phone={office.phone} />
        </RailSection>
      )}
    </>
  )
}
