import { createHash } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { EDUCATION } from '#support/answers'
import { consent, step, upload } from './support/fill.ts'
import { press, signIn } from './support/people.ts'
import { bytes, certificate, framed, jpeg, png, portrait } from './support/pictures.ts'

const PHOTO = '/collection/files/photo'
const DIPLOMA = '/collection/files/ftEducationFile'

/** The picture that the page says is stored. */
async function storedBytes(page: Page): Promise<Buffer> {
  const src = (await page.locator('img[data-stored]').getAttribute('src')) ?? ''
  return (await page.request.get(new URL(src, page.url()).href)).body()
}

const storedDigest = async (page: Page) =>
  createHash('sha256')
    .update(await storedBytes(page))
    .digest('hex')

/** Notes everything that the content security policy stopped. */
function policyBreaks(page: Page): string[] {
  const seen: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) seen.push(message.text())
  })
  return seen
}

test('(e) every refusal says why and keeps what was there', async ({ page, baseURL }) => {
  test.setTimeout(180_000)
  await signIn(page, 'qianjin')
  await consent(page)
  await step(page, 'scope', {
    applicantCategory: 'employed',
    hasQualification: 'no',
    collectionDivisionCode: '410105',
  })
  await step(page, 'education', EDUCATION)

  expect(await upload(page, PHOTO, await jpeg(295, 413))).toBe('accepted')
  const stored = await page.locator('img[data-stored]').getAttribute('src')
  expect(stored).toMatch(/^\/documents\//)

  const whole = await certificate(9)
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
  const refusals = [
    [PHOTO, await jpeg(294, 413), '294', '像素不够'],
    [PHOTO, await jpeg(295, 412), '412', '像素不够'],
    [PHOTO, bytes('a.heic', 'image/heic', heic), 'HEIC', '兼容性最佳'],
    [PHOTO, bytes('a.webp', 'image/webp', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1')), 'WebP', '截图'],
    [PHOTO, bytes('a.pdf', 'application/pdf', Buffer.from('%PDF-1.7')), 'PDF', '导出为图片'],
    [PHOTO, bytes('a.jpg', 'image/jpeg', Buffer.from('not a picture at all')), '不是图片', '格式不能用'],
    [PHOTO, { ...whole, buffer: whole.buffer.subarray(0, 5000) }, '打不开', '已损坏'],
    [PHOTO, { ...whole, buffer: Buffer.concat([whole.buffer, Buffer.alloc(9_000_000)]) }, '8.0 MB', '8.0 MB'],
    [DIPLOMA, await jpeg(699, 500), '699', '像素不够'],
    [DIPLOMA, await jpeg(600, 900), '横过来', '旋转'],
  ] as const
  for (const [path, file, words, more] of refusals) {
    expect(await upload(page, path, file), words).toBe('refused')
    await expect(page).toHaveTitle(/^错误：/)
    await expect(page.locator('[data-error-summary]')).toContainText(words)
    await expect(page.locator('[data-upload-result="refused"]')).toContainText(more)
    await page.goto(PHOTO)
    await expect(page.locator('img[data-stored]')).toHaveAttribute('src', stored ?? '')
  }

  await page.goto(PHOTO)
  await press(page, 'upload-photo')
  await expect(page.locator('[data-upload-result="refused"]')).toHaveCount(1)

  const back = new URL(stored ?? '', baseURL).href
  const answer = await page.request.get(back)
  expect(answer.headers()['content-type']).toBe('image/jpeg')
  expect(answer.headers()['cache-control']).toContain('no-store')
  const { width, height, format } = await sharp(await answer.body()).metadata()
  expect([width, height, format]).toEqual([295, 413, 'jpeg'])
})

test('a phone photo comes out right: cropped, turned, a screenshot converted', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page, 'wangfang')
  expect(await upload(page, PHOTO, await framed())).toBe('adjusted')
  const seen = new Set<string>()
  for (const crop of ['top', 'centre', 'bottom']) {
    await page.goto(PHOTO)
    await page.check(`[name="crop"][value="${crop}"]`)
    await press(page, 'crop-photo')
    await expect(page.locator('[data-upload-result="adjusted"]')).toHaveCount(1)
    seen.add(await storedDigest(page))
  }
  expect(seen.size).toBe(3)
  await press(page, 'rotate-photo')
  await expect(page.locator('table.figures')).toContainText('已转正')
  expect(seen.has(await storedDigest(page))).toBe(false)

  expect(await upload(page, DIPLOMA, await png(1200, 800))).toBe('accepted')
  expect((await storedBytes(page)).length).toBeLessThanOrEqual(150_000)
  await press(page, 'rotate-ftEducationFile')
  await expect(page.locator('[data-upload-result="adjusted"]')).toHaveCount(1)
})

test('a frame of one’s own, by buttons, by keys and by hand', async ({ page, javaScriptEnabled }) => {
  const broken = policyBreaks(page)
  await signIn(page, 'wangfang')
  await upload(page, PHOTO, await framed())
  const before = await storedDigest(page)
  await page.getByRole('link', { name: '自己调整裁切框' }).click()
  const width = page.locator('form[data-form="crop-photo"] [name="width"]')
  const left = page.locator('form[data-form="crop-photo"] [name="x"]')
  const start = Number(await width.inputValue())
  for (const move of ['closer', 'closer', 'left']) await page.locator(`button[value="${move}"]`).click()
  expect(Number(await width.inputValue())).toBeCloseTo(start * 0.92 ** 2, 3)
  if (javaScriptEnabled) {
    await expect(page).toHaveURL(/\/crop$/)
    const stage = page.getByRole('application')
    await stage.focus()
    const [x, w] = [Number(await left.inputValue()), Number(await width.inputValue())]
    await stage.press('ArrowRight')
    expect(Number(await left.inputValue())).toBeCloseTo(x + w * 0.01, 4)
    await stage.press('+')
    expect(Number(await width.inputValue())).toBeCloseTo(w * 0.92, 4)
    await expect(page.locator('[data-where]')).toContainText('框宽')
    const box = await page.locator('.crop-stage .frame').boundingBox()
    if (!box) throw new Error('no frame is drawn')
    const held = Number(await left.inputValue())
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2 - 15, box.y + box.height / 2)
    await page.mouse.up()
    expect(Number(await left.inputValue())).toBeLessThan(held)
  } else {
    await expect(page).toHaveURL(/width=0\.\d+&move=left/)
  }
  await press(page, 'crop-photo')
  await expect(page.locator('[data-upload-result="adjusted"]')).toHaveCount(1)
  expect(await storedDigest(page)).not.toBe(before)
  await expect(page.locator('[name="crop"]:checked')).toHaveCount(0)
  expect(broken).toEqual([])
})

test('a warning is overridden, and stands again before the submission', async ({ page }) => {
  await signIn(page, 'wangfang')
  const blue = await framed('#4d8fd6')
  expect(await upload(page, PHOTO, blue)).toBe('adjusted')
  await expect(page.locator('.ck-warn')).toContainText(['背景可能不是白色'])
  await page.getByRole('link', { name: '仍要使用这张' }).click()
  await expect(page).toHaveURL(/\/collection\/personal$/)
  await page.goto('/collection/check')
  await expect(page.locator('main')).toContainText('背景可能不是白色')
})

test.describe('with scripts', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled)

  test('a large photo is shown and shrunk before it is sent; beyond 8 MB only when asked', async ({
    page,
  }) => {
    const broken = policyBreaks(page)
    await signIn(page, 'wangfang')
    const photo = await certificate(3, 3200, 2400)
    await page.goto(DIPLOMA)
    await page.setInputFiles('[name="file"]', photo)
    await expect(page.locator('[data-facts]')).toContainText('3200×2400')
    await expect(page.locator('[data-chosen]')).toBeVisible()
    await press(page, 'upload-ftEducationFile')
    await expect(page.locator('[data-upload-result="adjusted"]')).toContainText('上传前先缩到 2400×1800')
    // What arrived, as the server measured it.
    await expect(page.locator('.checks').first()).toContainText('收到 2400×1800')

    const huge = { ...photo, buffer: Buffer.concat([photo.buffer, Buffer.alloc(8_000_000)]) }
    await page.goto(DIPLOMA)
    await page.setInputFiles('[name="file"]', huge)
    await page.getByRole('button', { name: '缩小后上传' }).click()
    await expect(page.locator('[data-upload-result="adjusted"]')).toContainText('上传前先缩到')
    expect(broken).toEqual([])
  })

  test('an upload can be cancelled, and tried again after the line was cut', async ({ page }) => {
    await signIn(page, 'wangfang')
    await page.goto(PHOTO)
    const ways = ['hang', 'cut', 'pass']
    await page.route('**/upload', async (route) => {
      const way = ways.shift()
      if (way === 'cut') await route.abort('connectionreset')
      if (way === 'pass') await route.continue()
    })
    await page.setInputFiles('[name="file"]', await portrait(5))
    await press(page, 'upload-photo')
    await page.getByRole('button', { name: '取消上传' }).click()
    await expect(page.locator('[data-says]')).toContainText('已取消')
    await page.getByRole('button', { name: '重试' }).click()
    await expect(page.locator('[data-says]')).toContainText('网络断了')
    await page.getByRole('button', { name: '重试' }).click()
    await expect(page.locator('[data-upload-result="adjusted"]')).toHaveCount(1)
  })
})
