import { expect, type Page, test } from '@playwright/test'
import { SCOPE } from '#support/answers'
import { complete, consent, EMPLOYMENT, step, submit } from './support/fill.ts'
import { PEOPLE, signIn } from './support/people.ts'
import { fits, summaryLeads, tabTo, tellsItself, walksThrough, ZOOMED } from './support/reach.ts'

// Staff are people too: those who fill here have nothing of their own in any other journey.

test.describe('(o) without scripts', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled !== false, 'the HTML is the same with scripts')
  test.describe.configure({ timeout: 120_000 })

  test('at 400 % every page reads in one direction and tells a screen reader what it is', async ({
    page,
  }) => {
    await page.setViewportSize(ZOOMED)
    const look = async (paths: readonly string[]) => {
      for (const path of paths) {
        const answer = await page.goto(path)
        expect(answer?.status(), path).toBe(200)
        await fits(page)
        await tellsItself(page)
      }
    }
    await look(['/', '/contacts', '/verify', '/idp/login'])
    await signIn(page, 'wangfang')
    await look(['/collection', '/collection/scope', '/collection/personal', '/collection/education'])
    await look(['/collection/employment', '/collection/qualifications', '/collection/qualifications/new'])
    await look(['/collection/files/photo', '/collection/check', '/notices', '/account'])
  })

  test('the whole first application in 长辈版 at 320 px', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto('/')
    await page.locator('button[name="ui"][value="elder"]').click()
    await expect(page.locator('html')).toHaveAttribute('data-ui', 'elder')
    const look = async (...paths: readonly string[]) => {
      for (const path of paths) {
        await page.goto(path)
        await fits(page)
      }
    }
    await signIn(page, 'wugang', '/login?returnTo=%2Fcollection')
    await look('/collection', '/notice')
    await consent(page)
    await fits(page)
    const scope = { ...SCOPE, collectionDivisionCode: '411002', targetExam: 'senior' }
    await step(page, 'scope', scope)
    // Everything that is missing is said at once: the summary leads to each.
    for (const id of ['personal', 'education', 'employment']) {
      await look(`/collection/${id}?check=1`)
      await summaryLeads(page)
      await tellsItself(page)
    }
    await complete(page, scope, EMPLOYMENT, 60)
    await look('/collection', '/collection/scope', '/collection/personal', '/collection/education')
    await look('/collection/employment', '/collection/qualifications', '/collection/qualifications/new')
    await look('/collection/files/photo', '/collection/files/ftEducationFile')
    for (const path of ['/collection', '/collection/check']) {
      await look(path)
      await expect(page.locator('[data-deadline]')).toContainText('高级资格考试')
    }
    await submit(page)
    await fits(page)
    await look('/collection', '/notices')
    await expect(page.locator('html')).toHaveAttribute('data-ui', 'elder')
  })
})

test.describe('(o) with scripts', () => {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'a script could hold the keys')
  test.describe.configure({ timeout: 90_000 })

  const enter = async (page: Page, selector: string) => {
    await tabTo(page, selector)
    await page.keyboard.press('Enter')
  }
  const main = 'button[name="intent"][value="continue"]'

  test('from the sign-in to a saved step by the keyboard alone', async ({ page }) => {
    await page.goto('/collection')
    await enter(page, 'form[data-form="login"] button')
    await page.waitForURL('**/idp/login**')
    await tabTo(page, '[name="account"]')
    await page.keyboard.type(PEOPLE.wugang)
    await tabTo(page, '[name="password"]')
    await page.keyboard.type('Henan@2026')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/collection')
    await enter(page, 'main a[href="/notice"]')
    await page.waitForURL('**/notice')
    await expect(page.locator('#consent')).toBeVisible()
    await tabTo(page, '#consent')
    await page.keyboard.press('Space')
    await tabTo(page, '#sensitiveConsent')
    await page.keyboard.press('Space')
    await enter(page, 'form[data-form="notice"] button')
    await page.waitForURL('**/collection/scope')

    await tabTo(page, '[name="applicantCategory"]')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await expect(page.locator('[name="applicantCategory"][value="employed"]')).toBeChecked()
    await tabTo(page, '[name="hasQualification"]')
    await page.keyboard.press('Space')
    await tabTo(page, '#collectionDivisionCode')
    await page.keyboard.press('ArrowDown')
    await enter(page, main)
    await page.waitForURL('**/collection/personal')

    await walksThrough(page)
    await page.reload()
    // A refused form is left by the keyboard too: from the summary to the control.
    await enter(page, main)
    await expect(page.locator('[data-error-summary]')).toBeFocused()
    await enter(page, '[data-error-summary] a')
    await expect(page.locator('#ethnicity')).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await tabTo(page, '#politicalStatus')
    await page.keyboard.press('ArrowDown')
    await enter(page, main)
    await page.waitForURL('**/collection/education')
    await page.goto('/collection/personal')
    await expect(page.locator('#ethnicity')).toHaveValue('01')
    await expect(page.locator('#politicalStatus')).not.toHaveValue('')
  })
})
