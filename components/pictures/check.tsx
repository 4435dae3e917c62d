import type { ReactNode } from 'react'
import { Icon } from '../layout/icon.tsx'

const LOOKS = {
  pass: { icon: <Icon name="tick" tone="yes" />, row: undefined, said: '' },
  warn: { icon: <Icon name="warn" />, row: 'ck-warn', said: '提醒：' },
  fail: { icon: <Icon name="cross" />, row: 'ck-err', said: '不合格：' },
} as const

/** One line of a list of checks: what was found, and under it the figure beside what is asked. */
export function Check({
  verdict,
  detail,
  children,
}: {
  verdict: keyof typeof LOOKS
  detail?: ReactNode
  children: ReactNode
}) {
  const { icon, row, said } = LOOKS[verdict]
  return (
    <li className={row}>
      {icon}
      <span>
        {verdict === 'pass' ? (
          children
        ) : (
          <b>
            {said}
            {children}
          </b>
        )}
        {detail ? <span className="d">{detail}</span> : null}
      </span>
    </li>
  )
}
