import { bytesText } from '#lib/collection/kinds/picture'
import type { PictureLimit } from '#lib/collection/limits'
import { formatText, type Outcome, pixels } from './outcome.ts'

interface FiguresProps {
  outcome: Outcome
  limit: PictureLimit
}

/** What was measured: as sent, as stored, as required. */
export function Figures({ outcome, limit }: FiguresProps) {
  const { before, device = before, after, lying, changes } = outcome
  const least = pixels({ width: limit.minWidth, height: limit.minHeight })
  const rows = [
    ['像素', pixels(device), pixels(after), `≥${least}`],
    [
      '大小',
      bytesText(device.bytes),
      bytesText(after.bytes),
      limit.exact ? '不限' : `≤${bytesText(limit.maxBytes)}`,
    ],
    ['格式', formatText(before.format), 'JPEG', 'JPG、PNG'],
    ['方向', lying ? '侧躺' : '正立', changes.includes('turned') ? '已转正' : '正立', '正立'],
  ]
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">项目</span>
          </th>
          <th scope="col">原图</th>
          <th scope="col">处理后</th>
          <th scope="col">要求</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, ...values]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            {values.map((value, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the three columns never move
              <td key={at}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
