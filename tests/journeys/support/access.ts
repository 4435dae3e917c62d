import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The narrow telephone that every page is made for first. */
export const NARROW = { width: 360, height: 740 }

/** Looks at a page as it stands; the answer is nothing or the first thing wrong. */
export type Judge = (page: Page) => Promise<void>

/**
 * Judges pages at 360 px by axe (WCAG 2.2 AA). axe needs scripts, which the pages judged do without: their HTML
 * is put into one page of its own that has them.
 */
export async function judge(browser: Browser, origin: string): Promise<Judge> {
  const context = await browser.newContext({ javaScriptEnabled: true, viewport: NARROW, locale: 'zh-CN' })
  const copy = await context.newPage()
  await copy.goto(new URL('/contacts?q=x', origin).href)
  return async (page) => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, `${page.url()} does not scroll sideways`).toBeLessThanOrEqual(NARROW.width)
    const html = (await page.content()).replace(/<script[\s\S]*?<\/script>/g, '')
    await copy.setContent(html, { waitUntil: 'load' })
    const { violations } = await new AxeBuilder({ page: copy }).withTags(RULES).analyze()
    const found = violations.map((v) => `${v.id}: ${v.nodes.map((node) => node.target).join(' ')}`)
    expect(found, page.url()).toEqual([])
  }
}
