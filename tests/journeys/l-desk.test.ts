import { expect, test } from '@playwright/test'
import { comment, figure, holds, open } from './support/desk.ts'
import { PEOPLE, press, signIn } from './support/people.ts'

test('(l) find: views with figures, flags, numbers out of the address, and back to the same place', async ({
  page,
}) => {
  await signIn(page, 'gaoshan')
  await expect(page.locator('[data-application]').first()).toBeVisible()
  const flagged = await figure(page, 'flagged')
  expect(flagged).toBeLessThan(await figure(page, 'submitted'))
  expect(await figure(page, 'mine')).toBe(0)
  await page.locator('[data-view="flagged"]').click()
  await expect(page.locator('[data-view="flagged"]')).toHaveAttribute('aria-current', 'page')
  await expect(page.locator('[data-application]')).toHaveCount(flagged)
  await expect(page.locator('[data-application]').filter({ hasText: '罗小兰' })).toHaveCount(1)
  await expect(page.locator('[data-application]').filter({ hasText: '罗大海' })).toHaveCount(0)

  // Filters are the address, and the page of an application leads back to it and to the row.
  await page.goto('/review')
  await page.selectOption('[name="exam"]', 'intermediate')
  await page.fill('[name="q"]', 'luodahai')
  await press(page, 'search')
  const place = page.url()
  expect(new URL(place).searchParams.get('exam')).toBe('intermediate')
  await open(page, '罗大海')
  await page.locator('a', { hasText: '返回队列' }).click()
  expect(page.url().replace(/#.*/, '')).toBe(place)
  expect(page.url()).toMatch(/#a-[0-9a-z]+$/)

  // A number leads to the file and stands in no address on the way.
  const seen: string[] = []
  page.on('request', (request) => seen.push(request.url()))
  await page.fill('[name="q"]', PEOPLE.luoxiaolan)
  await press(page, 'search')
  await expect(page.locator('h1')).toContainText('罗小兰')
  expect(seen.filter((url) => url.includes(PEOPLE.luoxiaolan))).toEqual([])

  await press(page, 'claim')
  await page.goto('/review')
  expect(await figure(page, 'mine')).toBe(1)
  await page.locator('[data-view="mine"]').click()
  await expect(page.locator('[data-application]')).toHaveCount(1)
  await open(page, '罗小兰')
  await press(page, 'claim')
  await holds(page, false)
})

test('(l) decide: hints, how it was verified, an office’s own reason, the next one opens', async ({
  page,
}) => {
  await signIn(page, 'gaoshan')
  await page.goto('/review/reasons')
  await page.fill('[name="title"]', '名称要与公章一致')
  await page.fill('[name="text"]', '“{字段}”您填的是“{所填}”，请照公章写。电话 {电号}。')
  await press(page, 'add-reason')
  await expect(page.locator('[data-error-summary] a[href="#text"]')).toHaveCount(1)
  await page.fill('[name="text"]', '“{字段}”您填的是“{所填}”，请照公章写。电话 {电话}。')
  await page
    .locator('details', { has: page.locator('[name="fields"]').first() })
    .locator('summary')
    .click()
  await page.check('[name="fields"][value="employment.unitName"]')
  await press(page, 'add-reason')
  await expect(page.locator('[data-reason="OW01"]')).toContainText('名称要与公章一致')

  await page.goto('/review?flags=1')
  await open(page, '罗小兰')
  const hints = page.locator('[data-hints]')
  await expect(hints).toContainText('同一张图片')
  await expect(hints).toContainText('同一编号')
  await expect(hints).toContainText('同一代码的其他 1 件为“洛阳示例纺织有限公司”')
  await expect(hints.locator('a', { hasText: '打开罗大海的申请' }).first()).toBeVisible()
  await page.locator('summary', { hasText: '怎样核验的' }).click()
  await expect(page.locator('.how')).toContainText('GB 11643')
  await expect(page.locator('[data-field="personal.idNumber"] [data-verified]')).toContainText('校验码')

  await press(page, 'claim')
  const row = page.locator('[data-field="employment.unitName"]')
  await row.locator('summary').click()
  await row.locator('select').selectOption('OW01')
  await comment(page, 'personal.photo', '请换本人的照片')
  // The picture is turned and brought nearer; what is typed comes along.
  await page.locator('[data-live="turn"]').click()
  await page.locator('[data-live="nearer"]').click()
  await expect(page.locator('[name="comment.personal.photo"]')).toHaveValue('请换本人的照片')
  await page.check('[name="decision"][value="return"]')
  await page.check('[name="reasonCodes"][value="OW01"]')
  await page.locator('button[name="intent"][value="next"]').click()
  await expect(page.locator('[data-banner="returned"]')).toHaveCount(1)
  await expect(page.locator('h1')).not.toContainText('罗小兰')

  // What the applicant reads is the sentence with what they had filled in.
  await press(page, 'logout')
  await signIn(page, 'luoxiaolan')
  await page.goto('/collection')
  await expect(page.locator('main')).toContainText('名称要与公章一致')
  await page.goto('/collection/employment')
  await expect(page.locator('[data-comment-for="employment.unitName"]')).toContainText(
    /“工作单位名称”您填的是“示例纺织”，请照公章写。电话 0379-00410302。/,
  )
})

test('(l) with scripts: the picture moves in place, keys are off until they are switched on', async ({
  page,
  javaScriptEnabled,
}) => {
  test.skip(javaScriptEnabled === false, 'needs scripts')
  await signIn(page, 'gaoshan')
  await page.keyboard.press('j')
  await expect(page.locator('.keyed')).toHaveCount(0)
  await page.locator('summary', { hasText: '键盘快捷键' }).click()
  await page.locator('button[name="keys"][value="on"]').click()
  await expect(page.locator('html')).toHaveAttribute('data-keys', 'on')
  await page.keyboard.press('j')
  await expect(page.locator('[data-application]').first().locator('a')).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.locator('details.keys')).toHaveAttribute('open', '')
  // Never while something is typed.
  await page.locator('[name="q"]').pressSequentially('jk?')
  await expect(page.locator('[name="q"]')).toHaveValue('jk?')

  await page.goto('/review?q=luodahai')
  await open(page, '罗大海')
  await press(page, 'claim')
  const url = page.url()
  const picture = page.locator('[data-picture]')
  await page.locator('[data-live="turn"]').click()
  await expect(page.locator('[data-stage].live')).toHaveCount(1)
  expect(await picture.evaluate((el) => (el as HTMLElement).style.getPropertyValue('--turn'))).toBe('90deg')
  await page.locator('[data-stage]').focus()
  await page.keyboard.press('+')
  expect(
    Number(await picture.evaluate((el) => (el as HTMLElement).style.getPropertyValue('--zoom'))),
  ).toBeGreaterThan(1)
  expect(page.url()).toBe(url)
  await page.locator('h1').click()
  await page.keyboard.press('r')
  await expect(page.locator('[name="decision"][value="return"]')).toBeChecked()
  await expect(page.locator('#reason')).toBeFocused()
  await page.locator('h1').click()
  await page.keyboard.press('a')
  await expect(page.locator('[name="decision"][value="approve"]')).toBeChecked()
  await press(page, 'claim')
})
