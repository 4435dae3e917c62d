import { Icon } from './icon.tsx'

interface Sample {
  file: string
  alt: string
  says: string
}

type Kind = 'portrait' | 'certificate'

/** Pixels of the files in public/samples. */
const SIZES = { portrait: { width: 148, height: 207 }, certificate: { width: 220, height: 165 } }

const SAMPLES: Record<Kind, { good: Sample; bad: readonly Sample[] }> = {
  portrait: {
    good: { file: 'good-portrait.png', alt: '白底证件照', says: '白底、正面、肩部以上' },
    bad: [
      { file: 'bad-portrait-background.png', alt: '有颜色背景的照片', says: '蓝底或红底' },
      { file: 'bad-portrait-selfie.png', alt: '生活中的自拍照', says: '自拍、生活照' },
      { file: 'bad-portrait-blur.png', alt: '模糊的照片', says: '模糊' },
      { file: 'bad-portrait-shadow.png', alt: '背景有阴影的照片', says: '背景有阴影' },
      { file: 'bad-portrait-far.png', alt: '头像太小的照片', says: '离得太远、头太小' },
    ],
  },
  certificate: {
    good: { file: 'good-certificate.png', alt: '四角完整的证书', says: '四角完整、字迹清楚' },
    bad: [
      { file: 'bad-certificate-tilted.png', alt: '拍歪的证书', says: '拍歪' },
      { file: 'bad-certificate-glare.png', alt: '有反光的证书', says: '反光遮字' },
      { file: 'bad-certificate-cut.png', alt: '缺了一角的证书', says: '缺角' },
      { file: 'bad-certificate-blur.png', alt: '字迹模糊的证书', says: '字迹模糊' },
      { file: 'bad-certificate-dark.png', alt: '光线太暗的证书', says: '光线太暗' },
    ],
  },
}

/** The commonest faults, where there is room for few. */
const FEW = 3

/** One picture that passes and some that come back, each with its fault in a few words. */
export function Samples({ kind, all = false }: { kind: Kind; all?: boolean }) {
  const { good, bad } = SAMPLES[kind]
  const classes = ['samples', kind === 'portrait' ? 'pt' : '', all ? 'all' : '']
  return (
    <div className={classes.filter((name) => name !== '').join(' ')}>
      <SampleFigure {...good} kind={kind} verdict="good" />
      {(all ? bad : bad.slice(0, FEW)).map((sample) => (
        <SampleFigure key={sample.file} {...sample} kind={kind} verdict="bad" />
      ))}
    </div>
  )
}

function SampleFigure({ file, alt, says, kind, verdict }: Sample & { kind: Kind; verdict: 'good' | 'bad' }) {
  return (
    <figure className={`sample ${verdict}`}>
      <span className="pic">
        <img src={`/samples/${file}`} {...SIZES[kind]} alt={alt} loading="lazy" />
      </span>
      <figcaption>
        <Icon name={verdict === 'good' ? 'tick' : 'cross'} />
        <span>
          <span className="vh">{verdict === 'good' ? '可用：' : '不可用：'}</span>
          {says}
        </span>
      </figcaption>
    </figure>
  )
}
