import type { Measured } from '#lib/collection/frame'
import { bytesText } from '#lib/collection/kinds/picture'
import { type PictureLimit, UPLOAD } from '#lib/collection/limits'
import { Check } from './check.tsx'
import { formatText, pixels } from './outcome.ts'

/** What is known of a file that was refused. */
export interface Refused {
  readonly code: string
  /** Absent when nothing arrived that could be measured; zero pixels when they could not be read. */
  readonly seen?: Measured & { readonly format: string }
}

const READ = ['jpeg', 'png']

/** Which limit a refused file missed, and which it met: each with the measured figure. */
export function RefusedChecks({ refused: { code, seen }, limit }: { refused: Refused; limit: PictureLimit }) {
  if (!seen || seen.bytes === 0) return null
  const { format, bytes, width, height } = seen
  const readable = READ.includes(format)
  const least = pixels({ width: limit.minWidth, height: limit.minHeight })
  const large = width * height > UPLOAD.maxPixels
  const small = width < limit.minWidth || height < limit.minHeight
  return (
    <ul className="checks">
      <Check verdict={readable ? 'pass' : 'fail'} detail={`${formatText(format)}，要求 JPG 或 PNG`}>
        {readable ? '格式正确' : '格式不能用'}
      </Check>
      <Check
        verdict={bytes > UPLOAD.maxBytes ? 'fail' : 'pass'}
        detail={`${bytesText(bytes)}，上传时不超过 ${UPLOAD.maxBytes / 1_000_000} MB`}
      >
        {bytes > UPLOAD.maxBytes ? '文件太大' : '文件大小可以上传'}
      </Check>
      {width > 0 ? (
        <Check
          verdict={large || small ? 'fail' : 'pass'}
          detail={`${pixels(seen)}，要求不小于 ${least}，不超过 ${UPLOAD.maxPixels / 10_000} 万像素`}
        >
          {large ? '像素太多' : small ? '像素不够' : '像素够用'}
        </Check>
      ) : null}
      {code === 'broken' || code === 'unworkable' ? (
        <Check verdict="fail">文件没有传完整，或已损坏</Check>
      ) : null}
      {code === 'cannotFit' ? (
        <Check verdict="fail" detail={`要求不超过 ${bytesText(limit.maxBytes)}，再压缩就看不清字了`}>
          压不到规定大小
        </Check>
      ) : null}
    </ul>
  )
}
