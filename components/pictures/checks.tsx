import type { ReactNode } from 'react'
import { bytesText } from '#lib/collection/kinds/picture'
import type { PictureLimit } from '#lib/collection/limits'
import { Icon } from '../layout/icon.tsx'
import { formatText, type Outcome, pixels } from './outcome.ts'

interface ChecksProps {
  outcome: Outcome
  limit: PictureLimit
}

/** What was checked. Advice has its number and does not stop anybody (D7). */
export function Checks({ outcome, limit }: ChecksProps) {
  const { before, after, changes } = outcome
  const least = pixels({ width: limit.minWidth, height: limit.minHeight })
  return (
    <ul className="checks">
      <Passed detail={`原图 ${pixels(before)}，要求不小于 ${least}`}>像素够用</Passed>
      <Passed detail={formatText(before.format)}>格式正确，文件完好</Passed>
      <Passed detail={limit.exact ? undefined : `要求不超过 ${bytesText(limit.maxBytes)}`}>
        保存为 {bytesText(after.bytes)}，大小合适
      </Passed>
      <Passed>{changes.includes('turned') ? '方向已转正，' : ''}拍摄地点等信息已去除</Passed>
      <Background outcome={outcome} />
    </ul>
  )
}

function Passed({ detail, children }: { detail?: string | undefined; children: ReactNode }) {
  return (
    <li>
      <Icon name="tick" tone="yes" />
      <span>
        {children}
        {detail ? <span className="d">{detail}</span> : null}
      </span>
    </li>
  )
}

/** R10: a white background is asked; what the machine sees is advice. */
function Background({ outcome: { whiteness } }: { outcome: Outcome }) {
  if (!whiteness) return null
  const share = `两侧背景白色占 ${Math.floor(whiteness.share * 100)}%`
  if (whiteness.verdict === 'white') return <Passed detail={share}>背景是白色</Passed>
  const looks = whiteness.verdict === 'notWhite' ? '看起来有颜色' : '看起来偏灰或有阴影'
  return (
    <li className="ck-warn">
      <Icon name="warn" />
      <span>
        <b>提醒：背景可能不是白色</b>
        <span className="d">
          {share}，要求 90% 以上；{looks}。审核时可能因此退回。
        </span>
      </span>
    </li>
  )
}
