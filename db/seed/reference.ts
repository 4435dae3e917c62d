import { and, eq } from 'drizzle-orm'
import { CITIES, countiesOf } from '#lib/collection/codes/divisions'
import { EXAM_WINDOWS } from '#lib/collection/codes/exam-windows'
import { RETURN_REASONS } from '#lib/collection/codes/reasons'
import { NOTICE, NOTICE_VERSION } from '#lib/notice'
import { examWindows, notices, offices, reasons } from '../schema.ts'
import type { Store } from '../store.ts'

const PROVINCE = '410000'
const AREA_CODES: Readonly<Record<string, string>> = {
  '410100': '0371',
  '410200': '0371',
  '410300': '0379',
  '410400': '0375',
  '410500': '0372',
  '410600': '0392',
  '410700': '0373',
  '410800': '0391',
  '410900': '0393',
  '411000': '0374',
  '411100': '0395',
  '411200': '0398',
  '411300': '0377',
  '411400': '0370',
  '411500': '0376',
  '411600': '0394',
  '411700': '0396',
  '419000': '0391',
}
const HOURS = '工作日 9:00–12:00，13:30–17:30'

/** Demo telephone: area code, `00`, division code (contract section 3). */
const phone = (city: string, division: string) => `${AREA_CODES[city] ?? '0371'}-00${division}`

/** One office a county, one oversight office a prefecture, one for the province (D3). */
function officeRows(): (typeof offices.$inferInsert)[] {
  const office = (
    level: 'county' | 'city' | 'province',
    division: string,
    city: string,
    name: string,
    address: string,
  ) => ({
    id: division,
    name,
    divisionCode: division,
    level,
    cityCode: city,
    phone: phone(city, division),
    address,
    hours: HOURS,
  })
  return [
    office('province', PROVINCE, PROVINCE, '河南省财政厅', '河南省郑州市'),
    ...CITIES.flatMap((city) => [
      office('city', city.code, city.code, `${city.name}财政局`, `河南省${city.name}`),
      ...countiesOf(city.code).map((county) =>
        office('county', county.code, city.code, `${county.name}财政局`, `${city.name}${county.name}`),
      ),
    ]),
  ]
}

const reasonRows = (): (typeof reasons.$inferInsert)[] =>
  RETURN_REASONS.map(({ code, text, template, fields }) => ({
    id: `province-${code}`,
    officeId: '',
    code,
    version: 1,
    title: text,
    text: template,
    fields: fields.join(','),
    // Before every decision, so that each finds the words it was made with.
    createdAt: new Date(0),
  }))

const windowRows = (): (typeof examWindows.$inferInsert)[] =>
  EXAM_WINDOWS.map(({ exam, year, opens, closes, example }) => ({
    id: `${exam}-${year}`,
    exam,
    name: `${year} 年${exam === 'senior' ? '高级' : '中级'}资格考试`,
    opens,
    closes,
    example,
  }))

/**
 * What every store needs, with or without demo people: offices, the notice, reasons, exam windows. Idempotent;
 * what the province has changed or taken away since stays as it is. A store of an earlier release is topped up.
 */
export async function seedReference(store: Store, now: Date): Promise<void> {
  await store.write(async (tx) => {
    await tx.insert(offices).values(officeRows()).onConflictDoNothing()
    const text = JSON.stringify(NOTICE)
    const [notice] = await tx.select({ version: notices.version }).from(notices).limit(1)
    if (!notice) await tx.insert(notices).values({ version: NOTICE_VERSION, publishedAt: now, text })
    await tx
      .update(notices)
      .set({ text })
      .where(and(eq(notices.version, NOTICE_VERSION), eq(notices.text, '[]')))
    const [reason] = await tx.select({ id: reasons.id }).from(reasons).limit(1)
    if (!reason) await tx.insert(reasons).values(reasonRows())
    const [window] = await tx.select({ id: examWindows.id }).from(examWindows).limit(1)
    if (!window) await tx.insert(examWindows).values(windowRows())
  })
}
