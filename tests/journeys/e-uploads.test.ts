import { createHash } from 'node:crypto'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { consent, EDUCATION, step, upload } from './support/fill.ts'
import { press, signIn } from './support/people.ts'
import { bytes, certificate, jpeg, png, portrait } from './support/pictures.ts'

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
  const photo = '/collection/files/photo'
  const diploma = '/collection/files/ftEducationFile'

  expect(await upload(page, photo, await jpeg(295, 413))).toBe('accepted')
  const stored = await page.locator('img[data-stored]').getAttribute('src')
  expect(stored).toMatch(/^\/documents\//)

  const whole = await certificate(9)
  const refusals = [
    [photo, await jpeg(294, 413), '294'],
    [photo, await jpeg(295, 412), '412'],
    [
      photo,
      bytes('a.heic', 'image/heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')),
      'HEIC',
    ],
    [photo, bytes('a.webp', 'image/webp', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1')), 'WebP'],
    [photo, bytes('a.pdf', 'application/pdf', Buffer.from('%PDF-1.7')), 'PDF'],
    [photo, bytes('a.jpg', 'image/jpeg', Buffer.from('not a picture at all')), '不是图片'],
    [photo, { ...whole, buffer: whole.buffer.subarray(0, 5000) }, '打不开'],
    [photo, { ...whole, buffer: Buffer.concat([whole.buffer, Buffer.alloc(9_000_000)]) }, '8.0 MB'],
    [diploma, await jpeg(699, 500), '699'],
    [diploma, await jpeg(600, 900), '横过来'],
  ] as const
  for (const [path, file, words] of refusals) {
    expect(await upload(page, path, file), words).toBe('refused')
    await expect(page).toHaveTitle(/^错误：/)
    await expect(page.locator('[data-error-summary]')).toContainText(words)
    await page.goto(photo)
    await expect(page.locator('img[data-stored]')).toHaveAttribute('src', stored ?? '')
  }

  await page.goto(photo)
  await press(page, 'upload-photo')
  await expect(page.locator('[data-upload-result="refused"]')).toHaveCount(1)

  const back = new URL(stored ?? '', baseURL).href
  const answer = await page.request.get(back)
  expect(answer.headers()['content-type']).toBe('image/jpeg')
  expect(answer.headers()['cache-control']).toContain('no-store')
  const { width, height, format } = await sharp(await answer.body()).metadata()
  expect([width, height, format]).toEqual([295, 413, 'jpeg'])
})

test('a phone photo comes out right: turned, cropped three ways, turned by hand, a screenshot converted', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await signIn(page, 'wangfang')
  expect(await upload(page, '/collection/files/photo', await portrait(5))).toBe('adjusted')
  const seen = new Set<string>()
  for (const crop of ['top', 'centre', 'bottom']) {
    await page.goto('/collection/files/photo')
    await page.check(`[name="crop"][value="${crop}"]`)
    await press(page, 'crop-photo')
    const src = (await page.locator('img[data-stored]').getAttribute('src')) ?? ''
    const body = await (await page.request.get(new URL(src, page.url()).href)).body()
    seen.add(createHash('sha256').update(body).digest('hex'))
  }
  expect(seen.size).toBeGreaterThan(0)

  expect(await upload(page, '/collection/files/ftEducationFile', await png(1200, 800))).toBe('accepted')
  const src = (await page.locator('img[data-stored]').getAttribute('src')) ?? ''
  const body = await (await page.request.get(new URL(src, page.url()).href)).body()
  expect(body.length).toBeLessThanOrEqual(150_000)
  await press(page, 'rotate-ftEducationFile')
  await expect(page.locator('[data-upload-result="adjusted"]')).toHaveCount(1)
})
