import { Phone } from './phone.tsx'

interface OfficeCardProps {
  name: string
  phone: string
  /** Why this office, e.g. `按工作单位所在地确定`. */
  why?: string
  /** Office hours, said under the telephone. */
  hours?: string
}

/** The office in charge with its telephone: one on every page (look.md principle 7). */
export function OfficeCard({ name, phone, why, hours }: OfficeCardProps) {
  return (
    <>
      <p>
        {name}
        {why ? <span className="muted br">{why}</span> : null}
      </p>
      <p>
        <Phone number={phone} />
        {hours ? <span className="muted br">{hours}</span> : null}
      </p>
    </>
  )
}
