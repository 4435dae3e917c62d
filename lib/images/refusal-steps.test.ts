import { describe, expect, it } from 'vitest'
import type { Refusal } from './judge.ts'
import { refusalSteps } from './refusal-steps.ts'
import { refusalText } from './refusal-text.ts'

const small = (width: number, height: number): Refusal => ({
  code: 'tooSmall',
  width,
  height,
  minWidth: 700,
  minHeight: 500,
})

describe('what can be done about a refusal', () => {
  it.each<readonly [string, Refusal, string]>([
    ['HEIC', { code: 'wrongKind', format: 'heic' }, '兼容性最佳'],
    ['WebP', { code: 'wrongKind', format: 'webp' }, '截图'],
    ['PDF', { code: 'wrongKind', format: 'pdf' }, '导出为图片'],
    ['BMP', { code: 'wrongKind', format: 'bmp' }, '另存为'],
    ['too small', small(640, 480), '原图'],
    ['lying on its side', small(600, 900), '横过来'],
    ['too large', { code: 'tooLarge', bytes: 9_000_000 }, '裁剪'],
    ['broken', { code: 'broken' }, '重拍'],
    ['cannot fit', { code: 'cannotFit', maxBytes: 80_000 }, '只留证书'],
  ])('%s', (_, refusal, words) => {
    expect(refusalSteps(refusal).join()).toContain(words)
    expect(refusalText(refusal).length).toBeGreaterThan(10)
  })

  it.each<Refusal>([
    { code: 'empty' },
    { code: 'tooMany', of: 'person', perHour: 60 },
    { code: 'wrongKind', format: 'other' },
  ])('$code says it all in its sentence', (refusal) => {
    expect(refusalSteps(refusal)).toEqual([])
  })

  it('a frame that would enlarge names both sizes', () => {
    const text = refusalText({
      code: 'frameTooSmall',
      width: 200,
      height: 280,
      minWidth: 295,
      minHeight: 413,
    })
    expect(text).toContain('200×280')
    expect(text).toContain('295×413')
  })
})
