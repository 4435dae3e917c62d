import { expect, type Page, test } from '@playwright/test'
import { comment, holds, open, pressIntent } from './support/desk.ts'
import { fill, step } from './support/fill.ts'
import { another, press, signIn } from './support/people.ts'

/** How often two reviewers press at the same moment. */
const RACES = 10

const find = async (page: Page, name: string) => {
  await page.goto(`/review?q=${encodeURIComponent(name)}`)
  await open(page, name)
}

test('(l) together: a take-over leaves a trace, what changed is told, an undo brings back what was typed', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  test.setTimeout(180_000)
  const scripts = javaScriptEnabled !== false
  await signIn(page, 'tianhe')
  const colleague = await another(browser, 'wenhe', scripts)
  await find(page, '韩一鸣')
  await press(page, 'claim')
  await find(colleague, '韩一鸣')
  await expect(colleague.locator('.who-row')).toContainText(/田禾 正在审核，\d\d:\d\d 起/)
  await pressIntent(colleague, 'takeOver')
  await holds(colleague, true)
  await expect(colleague.locator('#history')).toContainText('接手（原由田禾认领）')

  // Two presses at the same moment, over and over: one is carried out, the other is told.
  const at = colleague.url()
  await page.goto(at)
  for (let round = 0; round < (scripts ? 2 : RACES); round++) {
    // Whoever won the last round, this one begins with the first reviewer's claim.
    if ((await page.locator('form[data-form="decision"]').count()) === 0) await pressIntent(page, 'takeOver')
    await holds(page, true)
    await colleague.goto(at)
    await page.check('[name="decision"][value="approve"]')
    const decide = () => pressIntent(page, 'queue')
    const take = () => pressIntent(colleague, 'takeOver')
    await Promise.all(round % 2 === 0 ? [decide(), take()] : [take(), decide()])
    const decided = await page.locator('[data-banner="approved"]').count()
    const refused = await page.locator('[data-banner="conflict"]').count()
    const taken = await colleague.locator('form[data-form="decision"]').count()
    const late = await colleague.locator('[data-banner="conflict"]').count()
    expect([decided, refused, taken, late], `round ${round}`).toEqual(decided ? [1, 0, 0, 1] : [0, 1, 1, 0])
    if (!decided) continue
    await page.locator('[data-banner="approved"] a').click()
    await press(page, 'undo')
  }

  // The applicant takes it back, mends and hands it in again while the reviewer is typing.
  if ((await page.locator('form[data-form="decision"]').count()) === 0) await pressIntent(page, 'takeOver')
  await page.check('[name="decision"][value="return"]')
  await page.check('[name="reasonCodes"][value="RR08"]')
  await comment(page, 'employment.unitName', '请写全称')
  await page.check('[name="tick"][value="personal.photo"]')
  await colleague.goto(at)
  await pressIntent(colleague, 'takeOver')
  await pressIntent(colleague, 'release')
  const applicant = await another(browser, 'hanyiming', scripts)
  await applicant.goto('/collection/withdraw')
  await press(applicant, 'withdraw')
  await step(applicant, 'employment', { unitAddress: '老城区示例路 2 号' })
  await applicant.goto('/collection/check')
  await applicant.check('#declaration')
  await press(applicant, 'check')
  await pressIntent(page, 'queue')
  await expect(page.locator('[data-banner="conflict"]')).toHaveCount(1)
  await expect(page.locator('[data-since] > li')).toHaveCount(5)
  await expect(page.locator('[data-changed="employment.unitAddress"] ins')).toContainText('2 号')
  await expect(page.locator('main')).toContainText('请写全称')
  await press(page, 'claim')
  await expect(page.locator('[name="comment.employment.unitName"]')).toHaveValue('请写全称')
  await expect(page.locator('[name="tick"][value="personal.photo"]')).toBeChecked()
  await pressIntent(page, 'queue')
  await expect(page.locator('[data-banner="returned"]')).toHaveCount(1)

  // Undone, the form holds what the decision said.
  await page.locator('[data-banner="returned"] a').click()
  await press(page, 'undo')
  await expect(page.locator('[data-banner="saved"]')).toHaveCount(1)
  await expect(page.locator('[name="comment.employment.unitName"]')).toHaveValue('请写全称')
  await expect(page.locator('[name="reasonCodes"][value="RR08"]')).toBeChecked()
  await pressIntent(page, 'release')
})

test('(l) compare: what was asked and not mended comes first, old and new side by side, ticks stay', async ({
  page,
  browser,
  javaScriptEnabled,
}) => {
  const scripts = javaScriptEnabled !== false
  await signIn(page, 'tianhe')
  await find(page, '沈秋')
  await press(page, 'claim')
  for (const key of ['personal.ethnicity', 'employment.uscc', 'employment.unitAddress']) {
    await page.check(`[name="tick"][value="${key}"]`)
  }
  await comment(page, 'employment.unitName', '请写全称')
  await comment(page, 'employment.industry', '行业请再核对')
  await page.check('[name="decision"][value="return"]')
  await pressIntent(page, 'queue')
  await expect(page.locator('[data-banner="returned"]')).toHaveCount(1)

  const applicant = await another(browser, 'shenqiu', scripts)
  await applicant.goto('/collection/employment')
  await fill(applicant, { unitName: '洛阳示例机械有限公司老城分公司', unitAddress: '老城区示例路 3 号' })
  await applicant.locator('[name="reply.employment.industry"]').fill('就是制造业')
  await press(applicant, 'step-employment')
  await applicant.goto('/collection/check')
  await applicant.check('#declaration')
  await press(applicant, 'check')

  await find(page, '沈秋')
  await press(page, 'claim')
  await page.locator('a', { hasText: '仅看变化' }).click()
  const blocks = page.locator('article.chg')
  await expect(blocks.first()).toHaveAttribute('data-untouched', 'employment.industry')
  await expect(blocks.first()).toContainText('就是制造业')
  const unit = page.locator('[data-change="employment.unitName"]')
  await expect(unit.locator('del')).toHaveText('洛阳示例机械有限公司')
  await expect(unit.locator('ins')).toHaveText('洛阳示例机械有限公司老城分公司')
  await expect(unit).toContainText('请写全称')
  await expect(page.locator('[data-change="employment.unitAddress"]')).toContainText('没有意见，本人自行修改')
  await expect(page.locator('#changes')).toContainText('上次已核对、没有改动的 2 项')
  // A comment is written where the change is read; what was ticked elsewhere goes along unseen.
  await comment(page, 'employment.unitName', '公章上没有“老城分公司”')
  await page.check('[name="decision"][value="return"]')
  await page.locator('[name="reason"]').fill('请再看一次')
  await pressIntent(page, 'queue')
  await page.locator('[data-banner="returned"] a').click()
  await press(page, 'undo')
  const kept = page.locator('[name="tick"]:checked')
  await expect(kept).toHaveCount(2)
  await expect(page.locator('[name="comment.employment.unitName"]')).toHaveValue('公章上没有“老城分公司”')
  await expect(page.locator('#history details')).toHaveCount(1)
  await pressIntent(page, 'release')
})
