import { bytesText } from '#lib/collection/kinds/picture'
import type { PictureLimit } from '#lib/collection/limits'
import { AdviceChecks } from './advice-checks.tsx'
import { Check } from './check.tsx'
import { formatText, type Outcome, pixels } from './outcome.ts'

interface ChecksProps {
  outcome: Outcome
  limit: PictureLimit
}

/** Every limit with the measured figure, then what is only advice. */
export function Checks({ outcome, limit }: ChecksProps) {
  const { before, device, after, changes } = outcome
  const least = pixels({ width: limit.minWidth, height: limit.minHeight })
  return (
    <ul className="checks">
      <Check verdict="pass" detail={`${device ? '收到' : '原图'} ${pixels(before)}，要求不小于 ${least}`}>
        像素够用
      </Check>
      <Check verdict="pass" detail={`${formatText(before.format)}，要求 JPG 或 PNG`}>
        格式正确，文件完好
      </Check>
      <Check verdict="pass" detail={limit.exact ? undefined : `要求不超过 ${bytesText(limit.maxBytes)}`}>
        保存为 {bytesText(after.bytes)}，大小合适
      </Check>
      <Check verdict="pass">{changes.includes('turned') ? '方向已转正，' : ''}拍摄地点等信息已去除</Check>
      <AdviceChecks outcome={outcome} />
    </ul>
  )
}
