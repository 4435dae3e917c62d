import { idCheckCharacter } from '#lib/collection/checks/id-number'
import { organisationCheckCharacter, usccCheckCharacter } from '#lib/collection/checks/uscc'
import type { Answers, PersonFacts, Raw } from '#lib/collection/field'
import { rawOf } from '#lib/collection/parse'
import type { StepId } from '#lib/collection/step'
import { stepOf } from '#lib/collection/steps/index'
import { RESIDENT_CARD } from '../people.ts'
import type { Random } from './random.ts'

// Weighted by repetition, roughly as frequent as in Henan.
const SURNAMES = [
  ...'王王王王李李李李张张张张刘刘刘陈陈杨杨赵赵郭郭马马孙朱胡林徐何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
]
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建文梅志国春海燕波宇鹏飞婷雪琳浩然欣怡子涵俊峰晓东慧颖佳瑞凯博雅诗琪',
]
const PLACES = [...'豫中原嵩洛汴宛商淮颍卫汝鼎禹淇濮漯伊瀍']
const TRADES = [
  '商贸',
  '机械制造',
  '食品',
  '建设工程',
  '物流',
  '农业科技',
  '医药',
  '信息技术',
  '房地产',
  '会计服务',
]
const FIRST_BIRTH = Date.UTC(1964, 0, 1)
const BIRTH_DAYS = 15_000
const SEQUENCES = 4
const DAY_MS = 86_400_000
const UNITS_PER_COUNTY = 4000

/** An invented number: sequence 996 to 999, and a day that no other number of the county has with it. */
function idNumberOf(county: string, nth: number): string {
  const day = new Date(FIRST_BIRTH + (Math.floor(nth / SEQUENCES) % BIRTH_DAYS) * DAY_MS)
  const first = `${county}${day.toISOString().slice(0, 10).replaceAll('-', '')}${996 + (nth % SEQUENCES)}`
  return first + idCheckCharacter(first)
}

/** How many invented numbers a county has. */
export const NUMBERS_PER_COUNTY = BIRTH_DAYS * SEQUENCES

/** @param nth counts the people of the county, @param overall all of them */
export function personOf(random: Random, county: string, nth: number, overall: number): PersonFacts {
  const given = random.pick(GIVEN) + (random.chance(0.8) ? random.pick(GIVEN) : '')
  return {
    name: random.pick(SURNAMES) + given,
    idType: RESIDENT_CARD,
    idNumber: idNumberOf(county, nth),
    // No mobile begins with 100.
    mobile: `1000${String(overall).padStart(7, '0')}`,
  }
}

function unitOf(random: Random, county: string, countyName: string) {
  // The square makes few units large and most of them small.
  const nth = Math.floor((random.below(1000) / 1000) ** 2 * UNITS_PER_COUNTY)
  const letters = (at: number) => PLACES[Math.floor(nth / PLACES.length ** at) % PLACES.length] ?? ''
  const unitName = `${countyName}${letters(0)}${letters(1)}${letters(2)}示例${TRADES[nth % TRADES.length]}有限公司`
  const body = `MA${String(nth).padStart(6, '0')}`
  const first = `91${county}${body}${organisationCheckCharacter(body)}`
  return { unitName, uscc: first + usccCheckCharacter(first) }
}

const year = (idNumber: string, later: number) => String(Number(idNumber.slice(6, 10)) + later)

/** What somebody typed into the four steps. */
export function stepsOf(
  random: Random,
  person: PersonFacts,
  county: { readonly code: string; readonly name: string },
  educated: boolean,
): Record<StepId, Raw> {
  const certificates = { abacusLevel: 'none', cpa: 'none', taxAdviser: 'none', appraiser: 'none' }
  const answers: Record<StepId, Answers> = {
    scope: {
      applicantCategory: 'employed',
      hasQualification: 'no',
      targetExam: random.pick(['none', 'none', 'none', 'intermediate', 'senior']),
      collectionDivisionCode: county.code,
    },
    personal: {
      ethnicity: random.chance(0.98) ? '01' : '03',
      politicalStatus: random.pick(['13', '13', '13', '01', '03']),
    },
    education: educated
      ? {
          ftEducation: '21',
          ftSchool: '中原示例大学',
          ftMajor: '会计学',
          ftEnrollDate: `${year(person.idNumber, 19)}-09`,
          ftGradDate: `${year(person.idNumber, 23)}-06`,
          ftDegree: '4',
          ftProofKind: 'certificate',
          ptEducation: '00',
        }
      : { ftEducation: '70', ptEducation: '00' },
    employment: {
      postStatus: 'accounting',
      ...unitOf(random, county.code, county.name),
      unitNature: random.pick(['private', 'private', 'soe', 'institution', 'company']),
      industry: 'C',
      unitAddress: `${county.name}示例路 ${1 + random.below(300)} 号`,
      accountingPost: ['cashier'],
      administrativePost: 'none',
      accountingStartDate: `${year(person.idNumber, 24)}-07`,
      appointedTitle: 'none',
      ...certificates,
    },
  }
  const raw = (step: StepId) => rawOf(stepOf(step), answers[step])
  return {
    scope: raw('scope'),
    personal: raw('personal'),
    education: raw('education'),
    employment: raw('employment'),
  }
}
