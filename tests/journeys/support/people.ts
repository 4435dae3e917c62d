import { type Browser, expect, type Page } from '@playwright/test'

/** The people of the demo that journeys act as; each journey has its own, because they share one store. */
export const PEOPLE = {
  lixiaoming: '410105199203159973',
  wangfang: '410105198809219980',
  zhangwei: '410105198507069972',
  liuyang: '410105199004129990',
  chenjing: '410105198701309968',
  zhaolei: '410105198305189992',
  sunyue: '411302200308099987',
  mayinur: '411302199404229969',
  qianjin: '410105198609089990',
  zhoumin: '410105198002039989',
  wugang: '410105197806119971',
  zhenghong: '411302198111199968',
  fengtao: '410103197908259999',
  heli: '410103197604149985',
  // Of the desk's journeys, at a county of their own (`desk-people.ts`).
  gaoshan: '41030219780311996X',
  tianhe: '410302198109229979',
  wenhe: '410302198206159984',
  hanyiming: '410302199005149987',
  luoxiaolan: '410302199202269996',
  luodahai: '410302198607089964',
  shenqiu: '410302198804199978',
  dingyi: '410302199101039980',
  dinger: '41030219911204999X',
  dingsan: '410302199308179964',
  dingsi: '410302199406219974',
  dingwu: '41030219950214997X',
  dingliu: '410302199603179983',
  dingqi: '410302199704189961',
  dingba: '410302199805199990',
  // Likewise at another county: `l-desk-more`.
  tuyuan: '410305197906069976',
  gengjia: '410305198905129986',
  gengyi: '410305199007139992',
  gengbing: '410305199108149962',
} as const
export type Key = keyof typeof PEOPLE

/** Signs in through the stand-in, by ID number and password, and stays where the sign-in leads. */
export async function signIn(page: Page, who: Key, at = '/login'): Promise<void> {
  await page.goto(at)
  await page.locator('form[data-form="login"] button').first().click()
  await page.fill('[name="account"]', PEOPLE[who])
  await page.fill('[name="password"]', 'Henan@2026')
  await page.locator('form[data-form="idp-login"] button').first().click()
  await expect(page.locator('form[data-form="logout"]')).toHaveCount(1)
}

/** A browser of one's own for somebody else in the same journey. */
export async function another(browser: Browser, who: Key, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  await signIn(page, who)
  return page
}

/** The first submit button of a form: its main action (contract section 4). */
export const press = (page: Page, form: string) =>
  page.locator(`form[data-form="${form}"] button[type="submit"]`).first().click()
