import { CITIES, countiesOf } from '#lib/collection/codes/divisions'
import { NOTICE_VERSION } from '#lib/notice'
import { notices, offices } from '../schema.ts'
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

/** Offices and the notice version: needed with or without demo people. */
export async function seedReference(store: Store, now: Date): Promise<void> {
  await store.write(async (tx) => {
    await tx.insert(offices).values(officeRows()).onConflictDoNothing()
    await tx.insert(notices).values({ version: NOTICE_VERSION, publishedAt: now }).onConflictDoNothing()
  })
}
