import { idCheckCharacter } from '#lib/collection/checks/id-number'
import type { PersonFacts } from '#lib/collection/field'
import { DEMO_PEOPLE, RESIDENT_CARD } from '../people.ts'
import type { Random } from './random.ts'

// Weighted by repetition, roughly as frequent as in Henan.
const SURNAMES = [
  ...'王王王王李李李李张张张张刘刘刘陈陈杨杨赵赵郭郭马马孙朱胡林徐何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
]
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建文梅志国春海燕波宇鹏飞婷雪琳浩然欣怡子涵俊峰晓东慧颖佳瑞凯博雅诗琪',
]
const FIRST_BIRTH = Date.UTC(1964, 0, 1)
const BIRTH_DAYS = 15_000
const SEQUENCES = 4
const DAY_MS = 86_400_000

/** An invented number: sequence 996 to 999, and a day that no other number of the county has with it. */
function idNumberOf(county: string, nth: number): string {
  const day = new Date(FIRST_BIRTH + (Math.floor(nth / SEQUENCES) % BIRTH_DAYS) * DAY_MS)
  const first = `${county}${day.toISOString().slice(0, 10).replaceAll('-', '')}${996 + (nth % SEQUENCES)}`
  return first + idCheckCharacter(first)
}

const DEMO_NUMBERS = new Set(DEMO_PEOPLE.map((person) => person.idNumber))

/** Whether somebody of the demo has the number. */
export const isTaken = (county: string, nth: number): boolean => DEMO_NUMBERS.has(idNumberOf(county, nth))

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
