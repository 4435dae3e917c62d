// Draws the demo's portraits and certificates and the samples of the help pages, once, on a machine with
// Noto CJK fonts; the results are committed. Everything is invented and says so.
import { mkdirSync, writeFileSync } from 'node:fs'
import sharp, { type Sharp } from 'sharp'

const SEED = 'db/seed/pictures'
const SAMPLES = 'public/samples'
mkdirSync(SEED, { recursive: true })
mkdirSync(SAMPLES, { recursive: true })

interface Face {
  readonly skin: string
  readonly hair: string
  readonly coat: string
  readonly long: boolean
  readonly glasses: boolean
}

const FACES: Record<string, Face> = {
  wangfang: { skin: '#e8bf9e', hair: '#2b211d', coat: '#3c4a63', long: true, glasses: false },
  zhangwei: { skin: '#deae85', hair: '#1d1b1a', coat: '#27303c', long: false, glasses: true },
  liuyang: { skin: '#e3b48d', hair: '#30261f', coat: '#4a4238', long: false, glasses: false },
  chenjing: { skin: '#ecc7a8', hair: '#392a22', coat: '#55384a', long: true, glasses: true },
  zhaolei: { skin: '#d3a078', hair: '#242220', coat: '#2f4a44', long: false, glasses: false },
}

/** A drawn head and shoulders in a 295×413 frame. */
function face(f: Face, background = '#ffffff'): string {
  const behind = f.long
    ? `<path d="M70 200c-6-96 30-142 78-142s84 46 78 142c-3 56 6 100 14 132H56c8-32 17-76 14-132z" fill="${f.hair}"/>`
    : ''
  const glasses = f.glasses
    ? '<g fill="none" stroke="#26282c" stroke-width="4"><rect x="94" y="182" width="44" height="30" rx="9"/><rect x="158" y="182" width="44" height="30" rx="9"/><path d="M138 194h20"/></g>'
    : ''
  const fringe = f.long
    ? `<path d="M86 190c4-60 24-92 62-92s58 32 62 92c-20-14-28-36-32-56-22 26-62 34-92 56z" fill="${f.hair}"/>`
    : `<path d="M84 192c-8-74 24-112 64-112s72 38 64 112c-6-18-12-34-18-52-30 12-66 10-92 0-6 18-12 34-18 52z" fill="${f.hair}"/>`
  return `<rect width="295" height="413" fill="${background}"/>${behind}
    <path d="M18 413c2-66 36-92 84-104l46-14 46 14c48 12 82 38 84 104z" fill="${f.coat}"/>
    <path d="M112 300l36 78 36-78-36-12z" fill="#f4f6f8"/><path d="M141 322h14l6 60-13 22-13-22z" fill="#7d2a2f"/>
    <path d="M122 244h52v54c-10 22-42 22-52 0z" fill="${f.skin}"/><path d="M122 262c16 18 36 18 52 0v14c-14 14-38 14-52 0z" fill="#00000022"/>
    <ellipse cx="148" cy="194" rx="62" ry="76" fill="${f.skin}"/><ellipse cx="86" cy="200" rx="9" ry="17" fill="${f.skin}"/><ellipse cx="210" cy="200" rx="9" ry="17" fill="${f.skin}"/>
    ${fringe}
    <path d="M106 178q12-8 26-2M164 176q14-6 26 2" stroke="${f.hair}" stroke-width="5" fill="none" stroke-linecap="round"/>
    <circle cx="118" cy="197" r="5.5" fill="#221c1a"/><circle cx="178" cy="197" r="5.5" fill="#221c1a"/>${glasses}
    <path d="M148 204v24l-9 5" stroke="#00000038" stroke-width="4" fill="none" stroke-linecap="round"/>
    <path d="M128 248q20 12 40 0" stroke="#a4574f" stroke-width="5" fill="none" stroke-linecap="round"/>`
}

const svg = (width: number, height: number, body: string, viewBox = `0 0 ${width} ${height}`) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox}">${body}</svg>`,
  )

const SERIF = 'Noto Serif CJK SC, Noto Sans CJK SC, serif'
const text = (x: number, y: number, size: number, words: string, more = '') =>
  `<text x="${x}" y="${y}" font-size="${size}" font-family="${SERIF}" fill="#2a2622" ${more}>${words}</text>`

/** Fine wavy lines as on real paper: also what makes a drawn picture compress like a photo. */
const guilloche = Array.from(
  { length: 34 },
  (_, n) =>
    `<path d="M70 ${110 + n * 19}q70 ${n % 2 ? 26 : -26} 140 0t140 0 140 0 140 0 140 0 140 0 140 0" fill="none" stroke="#d9c48f" stroke-width="1" opacity=".55"/>`,
).join('')

function paper(lines: string, title: string, over: string, portrait: string): string {
  return `<rect width="1120" height="840" fill="#6b5d49"/><rect x="34" y="30" width="1052" height="780" fill="#f8f1df"/>${guilloche}
    <rect x="62" y="58" width="996" height="724" fill="none" stroke="#a5834a" stroke-width="9"/><rect x="80" y="76" width="960" height="688" fill="none" stroke="#a5834a" stroke-width="2"/>
    ${text(560, 140, 30, over, 'text-anchor="middle" letter-spacing="6"')}${text(560, 214, 58, title, 'text-anchor="middle" font-weight="700" letter-spacing="20"')}
    <g transform="translate(128 268) scale(.62)"><rect x="-4" y="-4" width="303" height="421" fill="#fff" stroke="#a5834a" stroke-width="3"/>${portrait}</g>
    ${lines}
    <g opacity=".78"><circle cx="812" cy="652" r="82" fill="none" stroke="#b2403a" stroke-width="6"/><circle cx="812" cy="652" r="70" fill="none" stroke="#b2403a" stroke-width="2"/>
    <text x="812" y="663" font-size="30" font-family="${SERIF}" fill="#b2403a" text-anchor="middle">示例用章</text></g>
    <text x="560" y="748" font-size="19" font-family="${SERIF}" fill="#8d6f3a" text-anchor="middle" letter-spacing="8">示例 · 仅供演示</text>`
}

const DIGITS = '〇一二三四五六七八九'
const year = (y: number) => [...String(y)].map((d) => DIGITS[Number(d)]).join('')
const MONTHS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

interface Person {
  readonly key: string
  readonly name: string
  readonly sex: string
  readonly from: number
  readonly to: readonly [number, number]
  readonly held?: { readonly level: string; readonly date: string; readonly number: string }
}

const PEOPLE: readonly Person[] = [
  { key: 'wangfang', name: '王芳', sex: '女', from: 2006, to: [2010, 6] },
  {
    key: 'zhangwei',
    name: '张伟',
    sex: '男',
    from: 2003,
    to: [2007, 6],
    held: { level: '中级', date: '2014 年 9 月 10 日', number: 'DEMO201441010099' },
  },
  {
    key: 'liuyang',
    name: '刘洋',
    sex: '男',
    from: 2008,
    to: [2012, 7],
    held: { level: '初级', date: '2014 年 5 月 18 日', number: 'DEMO201441010098' },
  },
  {
    key: 'chenjing',
    name: '陈静',
    sex: '女',
    from: 2005,
    to: [2009, 6],
    held: { level: '中级', date: '2015 年 9 月 13 日', number: 'DEMO201541010097' },
  },
  {
    key: 'zhaolei',
    name: '赵磊',
    sex: '男',
    from: 2001,
    to: [2005, 7],
    held: { level: '中级', date: '2012 年 9 月 15 日', number: 'DEMO201241010096' },
  },
]

const lines = (rows: readonly string[]) => rows.map((row, at) => text(380, 322 + at * 52, 31, row)).join('')
const footer = (left: string, right: string) => text(128, 640, 25, left) + text(128, 700, 27, right)

async function certificate(file: string, body: string, quality: number): Promise<Buffer> {
  const jpeg = await sharp(svg(1120, 840, body))
    .jpeg({ quality, mozjpeg: true })
    .toBuffer()
  writeFileSync(`${SEED}/${file}`, jpeg)
  return jpeg
}

for (const p of PEOPLE) {
  const f = FACES[p.key]
  if (!f) continue
  const portrait = await sharp(svg(590, 826, face(f), '0 0 295 413'))
    .resize(295, 413)
    .jpeg({ quality: 97, chromaSubsampling: '4:4:4' })
    .toBuffer()
  writeFileSync(`${SEED}/${p.key}-portrait.jpg`, portrait)
  const [endYear, endMonth] = p.to
  const studied = [
    `学生 ${p.name}，性别${p.sex}，于${year(p.from)}年`,
    `九月至${year(endYear)}年${MONTHS[endMonth]}月在本校会计学`,
    '专业四年制本科学习，修完教学计划规',
    '定的全部课程，成绩合格，准予毕业。',
  ]
  const earned = [
    `${p.name}，${p.sex}，在本校会计学专业完成了`,
    '本科学习计划，业已毕业。经审核符合',
    '学士学位授予规定，授予管理学学士',
    '学位。',
  ]
  const day = `${year(endYear)}年${MONTHS[endMonth]}月二十日`
  await certificate(
    `${p.key}-diploma.jpg`,
    paper(
      lines(studied) + footer('证书编号：示例 1054 2201', `中原示例大学　${day}`),
      '毕业证书',
      '普通高等学校',
      face(f),
    ),
    74,
  )
  await certificate(
    `${p.key}-degree.jpg`,
    paper(
      lines(earned) + footer('证书编号：示例 1054 2421', `中原示例大学　${day}`),
      '学士学位证书',
      '普通高等教育',
      face(f),
    ),
    74,
  )
  if (p.held) {
    const facts = [
      `姓　　名：${p.name}`,
      '资格类别：会计',
      `资格级别：${p.held.level}`,
      '取得方式：考试',
      `批准日期：${p.held.date}`,
    ]
    await certificate(
      `${p.key}-qualification.jpg`,
      paper(
        lines(facts) + footer(`证书编号：${p.held.number}`, '河南省示例发证机关'),
        '资格证书',
        '会计专业技术资格',
        face(f),
      ),
      62,
    )
  }
}

// Samples for the help pages: what is good, and four things that are not.
const model = FACES.zhangwei as Face
const small = (file: string, body: Buffer | Sharp, width: number, height: number) =>
  (Buffer.isBuffer(body) ? sharp(body) : body)
    .resize(width, height, { fit: 'fill' })
    .png({ palette: true, colours: 64 })
    .toFile(`${SAMPLES}/${file}`)
const head = (background: string, viewBox = '0 0 295 413') => svg(590, 826, face(model, background), viewBox)
await small('good-portrait.png', head('#ffffff'), 148, 207)
await small('bad-portrait-background.png', head('#6f9fd8'), 148, 207)
await small(
  'bad-portrait-selfie.png',
  svg(
    590,
    826,
    `<rect width="295" height="413" fill="#b9a78c"/><g transform="rotate(-9 148 206) translate(-60 -70) scale(1.4)">${face(model, '#b9a78c')}</g>`,
    '0 0 295 413',
  ),
  148,
  207,
)
await small('bad-portrait-blur.png', sharp(await sharp(head('#ffffff')).blur(14).toBuffer()), 148, 207)
const shadow =
  '<rect width="295" height="413" fill="#e9ebee"/><path d="M0 0h126v413H0z" fill="#9aa1a8"/><path d="M126 0h44v413h-44z" fill="#c4c9ce"/>'
await small(
  'bad-portrait-shadow.png',
  svg(590, 826, `${shadow}${face(model, 'none')}`, '0 0 295 413'),
  148,
  207,
)
await small(
  'bad-portrait-far.png',
  svg(
    590,
    826,
    `<rect width="295" height="413" fill="#ffffff"/><g transform="translate(86 240) scale(.42)">${face(model)}</g>`,
    '0 0 295 413',
  ),
  148,
  207,
)
const sample = paper(
  lines([
    '学生 张伟，性别男，于二〇〇三年',
    '九月至二〇〇七年六月在本校会计学',
    '专业四年制本科学习，修完教学计划规',
    '定的全部课程，成绩合格，准予毕业。',
  ]) + footer('证书编号：示例 1054 2201', '中原示例大学'),
  '毕业证书',
  '普通高等学校',
  face(model),
)
await small('good-certificate.png', svg(1120, 840, sample), 220, 165)
await small(
  'bad-certificate-tilted.png',
  svg(
    1120,
    840,
    `<rect width="1120" height="840" fill="#6b5d49"/><g transform="rotate(14 560 420) scale(.8) translate(140 105)">${sample}</g>`,
  ),
  220,
  165,
)
await small(
  'bad-certificate-glare.png',
  svg(
    1120,
    840,
    `${sample}<defs><radialGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset=".5" stop-color="#fff" stop-opacity=".9"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><ellipse cx="640" cy="400" rx="360" ry="270" fill="url(#g)"/>`,
  ),
  220,
  165,
)
await small(
  'bad-certificate-blur.png',
  sharp(
    await sharp(svg(1120, 840, sample))
      .blur(9)
      .toBuffer(),
  ),
  220,
  165,
)
await small(
  'bad-certificate-dark.png',
  svg(1120, 840, `${sample}<rect width="1120" height="840" fill="#0d0a06" opacity=".68"/>`),
  220,
  165,
)
await small('bad-certificate-cut.png', svg(1120, 840, sample, '300 210 820 615'), 220, 165)
await sharp(svg(590, 826, face(FACES.liuyang as Face, '#a9c9ea'), '0 0 295 413'))
  .jpeg({ quality: 92 })
  .toFile(`${SEED}/doubtful-portrait.jpg`)
