import { OfficeCard } from '#components/layout/office-card'
import { RailSection } from '#components/layout/rail-section'
import type { Office } from '#db/queries/offices'

/** Beside the task list: what to have ready, and whom to ask. */
export function TaskRail({
  office,
  preparing,
}: {
  office: Office | undefined
  /** There is something left to fill. */
  preparing: boolean
}) {
  return (
    <>
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
