import type { Advice, PictureFlag } from '#lib/collection/picture-flags'
import { Check } from './check.tsx'
import type { Outcome } from './outcome.ts'

const percent = (share: number): string => `${Math.floor(share * 100)}%`
const score = (ratio: number): number => Math.floor(ratio * 100)

interface Words {
  /** Said when nothing was noticed; without it nothing is. */
  readonly fine?: string
  readonly noticed: string
  readonly figure: (advice: Advice) => string
  readonly mend: string
}

const WORDS: Readonly<Record<Exclude<PictureFlag, 'background'>, Words>> = {
  blur: {
    fine: '画面清晰',
    noticed: '可能模糊',
    figure: ({ measured, asked }) => `清晰度 ${score(measured)}，要求 ${score(asked)} 以上`,
    mend: '擦净镜头，对准后拿稳再拍。',
  },
  glare: {
    fine: '没有反光',
    noticed: '可能有反光',
    figure: ({ measured, asked }) => `空白处有 ${percent(measured)} 过亮，要求低于 ${percent(asked)}`,
    mend: '关掉闪光灯，避开灯和窗户，换个角度再拍。',
  },
  dark: {
    fine: '亮度合适',
    noticed: '偏暗',
    figure: ({ measured, asked }) => `亮处的亮度 ${measured}，要求 ${asked} 以上（最亮 255）`,
    mend: '到光线好的地方再拍。',
  },
  screenshot: {
    noticed: '像是手机截图',
    figure: ({ measured }) => `有 ${percent(measured)} 的地方没有一点相机的颗粒`,
    mend: '学信网证明可以用截图；证书和证件照请用相机拍的原图。',
  },
}

/** R10: a white background is asked. */
function Background({ whiteness }: { whiteness: NonNullable<Outcome['whiteness']> }) {
  const share = `两侧背景白色占 ${percent(whiteness.share)}，要求 90% 以上`
  if (whiteness.verdict === 'white') {
    return (
      <Check verdict="pass" detail={share}>
        背景是白色
      </Check>
    )
  }
  const looks = whiteness.verdict === 'notWhite' ? '看起来有颜色' : '看起来偏灰或有阴影'
  return (
    <Check verdict="warn" detail={`${share}；${looks}。审核时可能因此退回。`}>
      背景可能不是白色
    </Check>
  )
}

/** The soft judgements: each has its figure and does not stop anybody (D7). */
export function AdviceChecks({ outcome: { whiteness, advice = [] } }: { outcome: Outcome }) {
  return (
    <>
      {whiteness ? <Background whiteness={whiteness} /> : null}
      {advice.map((one) => {
        if (one.flag === 'background') return null
        const { fine, noticed, figure, mend } = WORDS[one.flag]
        if (one.noticed) {
          return (
            <Check key={one.flag} verdict="warn" detail={`${figure(one)}。${mend}`}>
              {noticed}
            </Check>
          )
        }
        return fine ? (
          <Check key={one.flag} verdict="pass" detail={figure(one)}>
            {fine}
          </Check>
        ) : null
      })}
    </>
  )
}
