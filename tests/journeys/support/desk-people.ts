import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import sharp from 'sharp'
import { enrol, live, submit } from '#db/seed/demo'
import type { Story } from '#db/seed/stories'
import { closeStore, type Store, store } from '#db/store'
import { now } from '#lib/clock'
import { type Key, PEOPLE } from './people.ts'

// Run as a program beside the service: reviewers and applicants of 老城区 and 涧西区, where no other journey
// works, so that queues and figures there are those of the desk's journeys alone.

const OFFICE = '410302'
const PICTURES = join(process.cwd(), 'db/seed/pictures')

interface Unit {
  readonly unitName: string
  readonly uscc: string
}
const unit = (unitName: string, uscc: string): Unit => ({ unitName, uscc })
const FIRST = unit('洛阳示例机械有限公司', '91410302MA0DEKA116')
const SECOND = unit('洛阳示例纺织有限公司', '91410302MA0DEKB26C')

const REVIEWERS = [
  ['gaoshan', '高山'],
  ['tianhe', '田禾'],
  ['wenhe', '文和'],
] as const

/** Name, unit, which portrait, more answers of the work step. */
const APPLICANTS: readonly (readonly [Key, string, Unit, number, object?])[] = [
  ['hanyiming', '韩一鸣', FIRST, 1],
  ['shenqiu', '沈秋', FIRST, 2],
  ['luodahai', '罗大海', SECOND, 3, { cpa: 'held', cpaCertNo: '410300990001' }],
  // The same portrait and certificate number as 罗大海, and another name for the same unit.
  [
    'luoxiaolan',
    '罗小兰',
    { ...SECOND, unitName: '示例纺织' },
    3,
    { cpa: 'held', cpaCertNo: '4103 0099 0001' },
  ],
  ['dingyi', '丁一', FIRST, 4],
  ['dinger', '丁二', FIRST, 5],
  ['dingsan', '丁三', FIRST, 6],
  ['dingsi', '丁四', FIRST, 7],
  ['dingwu', '丁五', FIRST, 8],
  ['dingliu', '丁六', FIRST, 9],
  ['dingqi', '丁七', FIRST, 10],
  ['dingba', '丁八', FIRST, 11],
]

/** A portrait of its own: the drawn one, a shade darker for each number. */
async function portrait(folder: string, n: number): Promise<string> {
  const file = join(folder, `${n}.jpg`)
  const drawn = sharp(join(PICTURES, 'zhangwei-portrait.jpg'))
  await drawn.linear(1, -n).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toFile(file)
  return relative(PICTURES, file)
}

/** Where and for what somebody applies. */
interface Applies {
  readonly county: string
  readonly exam: string
  readonly entries: Story['entries']
}
const AT_OFFICE: Applies = { county: OFFICE, exam: 'intermediate', entries: [] }

const story = ({ unitName, uscc }: Unit, photo: string, more: object, applies = AT_OFFICE): Story => ({
  steps: {
    scope: {
      applicantCategory: 'employed',
      hasQualification: 'no',
      collectionDivisionCode: applies.county,
      targetExam: applies.exam,
    },
    personal: { ethnicity: '01', politicalStatus: '13' },
    education: { ftEducation: '61', ptEducation: '00' },
    employment: {
      postStatus: 'accounting',
      unitName,
      uscc,
      unitNature: 'private',
      industry: 'C',
      unitAddress: '老城区示例路 1 号',
      accountingPost: ['cashier'],
      administrativePost: 'none',
      accountingStartDate: '2016-07',
      appointedTitle: 'none',
      abacusLevel: 'none',
      cpa: 'none',
      taxAdviser: 'none',
      appraiser: 'none',
      ...more,
    },
  },
  entries: applies.entries,
  pictures: { personal: { photo } },
})

// Reviewer and applicants of 涧西区, each with an honour and for another exam, the least urgent first.
const MORE_OFFICE = '410305'
const THIRD = unit('洛阳示例轴承有限公司', '91410305MA0DEKA11H')
const HONOURED: readonly (readonly [Key, string, string])[] = [
  ['gengjia', '耿甲', 'none'],
  ['gengyi', '耿乙', 'intermediate'],
  ['gengbing', '耿丙', 'senior'],
]
const honour = (n: number) => ({
  id: `d0000000000000000000b00${n}`,
  list: 'honours' as const,
  answers: {
    title: '先进会计工作者',
    grade: 'provincial',
    awardDate: '2020-10-12',
    awardingBody: '示例财政局',
  },
})

const mobileOf = (at: number) => `138000009${String(at).padStart(2, '0')}`

async function fillStore(s: Store, folder: string): Promise<void> {
  const at = now()
  const person = (key: Key, name: string, n: number) => ({
    key,
    name,
    idNumber: PEOPLE[key],
    mobile: mobileOf(n),
    story: '',
  })
  for (const [n, [key, name]] of REVIEWERS.entries()) {
    await enrol(s, { ...person(key, name, n), staff: { role: 'reviewer', office: OFFICE } }, at)
  }
  for (const [n, [key, name, of, photo, more = {}]] of APPLICANTS.entries()) {
    const id = await enrol(s, person(key, name, 10 + n), at)
    // Each a minute after the one before, so that the order of the queue is known.
    const moment = new Date(at.getTime() - (60 - n) * 60_000)
    await submit(s, await live(s, id, story(of, await portrait(folder, photo), more), moment))
  }
  const reviewer = person('tuyuan', '涂远', 30)
  await enrol(s, { ...reviewer, staff: { role: 'reviewer', office: MORE_OFFICE } }, at)
  for (const [n, [key, name, exam]] of HONOURED.entries()) {
    const id = await enrol(s, person(key, name, 31 + n), at)
    const moment = new Date(at.getTime() - (60 - n) * 60_000)
    const applies = { county: MORE_OFFICE, exam, entries: [honour(n)] }
    await submit(s, await live(s, id, story(THIRD, await portrait(folder, 20 + n), {}, applies), moment))
  }
}

const folder = mkdtempSync(join(tmpdir(), 'desk-'))
try {
  await fillStore(await store(), folder)
} finally {
  await closeStore()
  rmSync(folder, { recursive: true })
}
