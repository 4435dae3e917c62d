import { expect, test } from '@playwright/test'
import { month } from '#support/answers'
import { complete, consent, EMPLOYMENT, fill, submit } from './support/fill.ts'
import { another, press, signIn } from './support/people.ts'

test('(b) a student without experience is told when to come; nothing is stored', async ({ page }) => {
  await signIn(page, 'sunyue')
  await consent(page)
  await page.goto('/collection/scope')
  await fill(page, { applicantCategory: 'student', hasQualification: 'yes' })
  await fill(page, { hasWorkExperience: 'no', collectionDivisionCode: '411302', schoolName: '南阳示例学院' })
  await press(page, 'step-scope')
  await expect(page).toHaveURL(/\/collection\/out-of-scope\?case=J4/)
  await expect(page.locator('main')).toContainText('待工作后再进行采集')
  await page.goto('/collection')
  await expect(page.locator('[data-status="none"]')).toHaveCount(1)

  for (const [values, where] of [
    [{ applicantCategory: 'unemployed', hasQualification: 'no', residenceAddress: '某路' }, 'J5'],
    [{ applicantCategory: 'employed', hasQualification: 'no', collectionDivisionCode: 'other' }, 'outside'],
  ] as const) {
    await page.goto('/collection/scope')
    await fill(page, { collectionDivisionCode: '411302', ...values })
    await press(page, 'step-scope')
    await expect(page).toHaveURL(new RegExp(`case=${where}`))
  }
})

test('(c) residence and school decide the county', async ({ page, browser, javaScriptEnabled }) => {
  test.setTimeout(180_000)
  await signIn(page, 'mayinur')
  const jobless = {
    postStatus: 'none',
    abacusLevel: 'none',
    cpa: 'none',
    taxAdviser: 'none',
    appraiser: 'none',
  }
  const home = {
    applicantCategory: 'unemployed',
    hasQualification: 'yes',
    collectionDivisionCode: '411302',
    residenceAddress: '宛城区示例小区 1 号',
  }
  await complete(page, home, jobless, 20)
  await page.goto('/collection')
  await expect(page.locator('main')).toContainText('宛城区财政局')
  await submit(page)

  const school = await another(browser, 'sunyue', javaScriptEnabled !== false)
  const campus = {
    applicantCategory: 'student',
    hasQualification: 'yes',
    hasWorkExperience: 'yes',
    collectionDivisionCode: '410102',
    schoolName: '中原示例大学',
    ...month('expectedGraduation', '2028', '6'),
  }
  await complete(school, campus, jobless, 40)
  await submit(school)
  await expect(school.locator('main')).toContainText('中原区财政局')

  const wancheng = await another(browser, 'zhenghong', javaScriptEnabled !== false)
  await wancheng.goto('/review')
  await expect(wancheng.locator('[data-application]').filter({ hasText: '马·阿依努尔' })).toHaveCount(1)
  const jinshui = await another(browser, 'zhoumin', javaScriptEnabled !== false)
  await jinshui.goto('/review')
  await expect(jinshui.locator('[data-application]').filter({ hasText: '马·阿依努尔' })).toHaveCount(0)
})

test('the post status must agree with the category, and says where to change it', async ({ page }) => {
  await signIn(page, 'wangfang')
  await page.goto('/collection/employment')
  await expect(page.locator('[name="postStatus"][value="accounting"]')).toBeChecked()
  await fill(page, EMPLOYMENT)
  await fill(page, { postStatus: 'none' })
  await press(page, 'step-employment')
  await expect(page.locator('#postStatus-error')).toContainText('在会计岗工作')
  await fill(page, { postStatus: 'accounting' })
  await press(page, 'step-employment')
  await expect(page.locator('#unitName')).toHaveCount(0)
})
