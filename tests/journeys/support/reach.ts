import { expect, type Page } from '@playwright/test'

/** A screen of 1280×1024 at 400 %: what WCAG 1.4.10 asks to be read without scrolling both ways. */
export const ZOOMED = { width: 320, height: 256 }

/** Controls that somebody who does not see must be told the name of. */
const NAMED = new Set([
  'button',
  'checkbox',
  'combobox',
  'link',
  'listbox',
  'radio',
  'searchbox',
  'spinbutton',
  'switch',
  'textbox',
])

interface Heard {
  readonly role: string
  readonly name: string
  readonly level: number
}

/** What a screen reader is given, in order: the browser's own tree, with scripts or without. */
async function heard(page: Page): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes
    .filter((node) => !node.ignored)
    .map((node) => ({
      role: String(node.role?.value ?? ''),
      name: String(node.name?.value ?? '').trim(),
      level: Number(node.properties?.find((one) => one.name === 'level')?.value.value ?? 0),
    }))
}

/** Every control has a name, headings go down one by one, the landmarks are there once. */
export async function tellsItself(page: Page): Promise<void> {
  const nodes = await heard(page)
  const at = page.url()
  const controls = nodes.filter(({ role }) => NAMED.has(role))
  expect(controls.length, at).toBeGreaterThan(3)
  expect(
    controls.filter(({ name }) => name === ''),
    `${at}: controls without a name`,
  ).toEqual([])
  const levels = nodes.filter(({ role }) => role === 'heading').map(({ level }) => level)
  expect(levels[0], `${at}: begins with its title`).toBe(1)
  expect(
    levels.filter((level) => level === 1),
    `${at}: one title`,
  ).toHaveLength(1)
  const jumps = levels.filter((level, n) => level > (levels[n - 1] ?? 0) + 1)
  expect(jumps, `${at}: headings ${levels.join(' ')}`).toEqual([])
  const count = (role: string) => nodes.filter((node) => node.role === role).length
  expect([count('main'), count('banner')], `${at}: main and banner`).toEqual([1, 1])
  for (const role of ['navigation', 'complementary', 'region']) {
    const names = nodes.filter((node) => node.role === role).map(({ name }) => name)
    expect(
      names.filter((name) => name === ''),
      `${at}: ${role} without a name`,
    ).toEqual([])
    expect(new Set(names).size, `${at}: ${role} twice by one name`).toBe(names.length)
  }
  const groups = await page
    .locator('fieldset')
    .evaluateAll((all) => all.map((one) => one.querySelector(':scope > legend')?.textContent?.trim() ?? ''))
  expect(
    groups.filter((name) => name === ''),
    `${at}: groups without a name`,
  ).toEqual([])
}

/**
 * Each error of the summary leads to a place of this page whose control is described by the same words, and marked
 * where it is a control; a picture's is the link to its upload.
 */
export async function summaryLeads(page: Page): Promise<void> {
  const links = page.locator('[data-error-summary] a')
  expect(await links.count(), page.url()).toBeGreaterThan(0)
  const lost = await links.evaluateAll((all) =>
    all.flatMap((link) => {
      const id = (link.getAttribute('href') ?? '').replace(/^.*#/, '')
      const place = document.getElementById(id)
      const said = document.getElementById(`${id}-error`)?.textContent?.includes(link.textContent ?? '')
      const bearers = [...(place ? [place] : []), ...(place?.querySelectorAll('a') ?? [])]
      const bearer = bearers.find((one) => one.getAttribute('aria-describedby')?.includes(`${id}-error`))
      const marked = bearer?.matches('a') || bearer?.getAttribute('aria-invalid') === 'true'
      return said && marked ? [] : [id]
    }),
  )
  expect(lost, page.url()).toEqual([])
}

/** Nothing reaches beyond the width, nothing is cut, nothing scrolls on its own, nothing covers what is read. */
export async function fits(page: Page): Promise<void> {
  const wrong = await page.evaluate(() => {
    const width = window.innerWidth
    const found: string[] = []
    if (document.documentElement.scrollWidth > width) {
      found.push(`the page is ${document.documentElement.scrollWidth} wide`)
    }
    for (const one of document.body.querySelectorAll<HTMLElement>('*')) {
      const box = one.getBoundingClientRect()
      const style = getComputedStyle(one)
      // What is printed for readers alone is one pixel.
      if (box.width <= 1 || box.height <= 1 || style.visibility === 'hidden') continue
      const what = `${one.tagName.toLowerCase()}.${one.className} “${(one.textContent ?? '').trim().slice(0, 20)}”`
      const typed = one.matches('input, select, textarea, option, optgroup')
      const clipped = style.overflowX !== 'visible' || style.overflowY !== 'visible'
      if (box.right > width + 1 && !one.closest('.skip'))
        found.push(`${what} ends at ${Math.round(box.right)}`)
      if (!typed && clipped && one.scrollWidth > one.clientWidth + 1)
        found.push(`${what} is cut or scrolls aside`)
      if (!typed && clipped && one.scrollHeight > one.clientHeight + 1) found.push(`${what} is cut below`)
      if (/fixed|sticky/.test(style.position) && box.height > window.innerHeight / 3) {
        found.push(`${what} covers the page`)
      }
    }
    return found
  })
  expect(wrong, page.url()).toEqual([])
}

/** What has the focus: where it stands, and whether one sees that it does. */
async function focused(page: Page) {
  return page.evaluate(() => {
    const one = document.activeElement
    if (!one || one === document.body) return undefined
    const style = getComputedStyle(one)
    const box = one.getBoundingClientRect()
    const ringed = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
    const inside =
      box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth
    const name = one.getAttribute('name') ?? one.id
    return {
      what: `${one.tagName.toLowerCase()} ${name} ${one.textContent?.trim().slice(0, 20)}`,
      ringed,
      inside,
    }
  })
}

/** Presses Tab; the focus is on the page afterwards and can be seen. */
async function tab(page: Page): Promise<void> {
  await page.keyboard.press('Tab')
  const now = await focused(page)
  expect(now, `the focus is lost on ${page.url()}`).toBeDefined()
  expect(now, page.url()).toMatchObject({ ringed: true, inside: true })
}

/** Presses Tab until it is there. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const there = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)
  for (let presses = 0; !(await there()); presses++) {
    expect(presses, `${selector} is reached on ${page.url()}`).toBeLessThan(80)
    await tab(page)
  }
}

/** Tab goes through everything that can be used on a page just opened, each once, and on from the last. */
export async function walksThrough(page: Page): Promise<void> {
  // A group of radios is one stop; what is folded away or hidden is none.
  const stops = await page.evaluate(() => {
    const seen = new Set<string>()
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]',
    )
    return [...all].filter((one) => {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.matches(':disabled')) return false
      if (!one.matches('input[type="radio"]')) return true
      const name = one.getAttribute('name') ?? ''
      if (seen.has(name)) return false
      seen.add(name)
      return true
    }).length
  })
  for (let n = 0; n < stops; n++) {
    await tab(page)
    const again = await page.evaluate(() => {
      const one = document.activeElement
      if (!(one instanceof HTMLElement) || one.dataset.stop) return one?.outerHTML ?? 'nothing'
      one.dataset.stop = 'seen'
      return undefined
    })
    expect(again, `stop ${n + 1} of ${stops} on ${page.url()}`).toBeUndefined()
  }
  expect(await page.locator('[data-stop]').count()).toBe(stops)
  const last = await focused(page)
  await page.keyboard.press('Tab')
  expect(await focused(page), `nothing holds the focus on ${page.url()}`).not.toEqual(last)
}
