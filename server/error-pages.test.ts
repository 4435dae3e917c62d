import { describe, expect, test } from 'vitest'
import { errorPage } from './error-pages.ts'

describe('errorPage', () => {
  test.each([400, 403, 404, 405, 408, 409, 413, 429, 500, 503])(
    '%d is whole, in Chinese, without scripts',
    (status) => {
      const page = errorPage(status)
      expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/)
      expect(page.match(/<main\b/g)).toHaveLength(1)
      expect(page.match(/<h1>/g)).toHaveLength(1)
      expect(page).toContain('0371-96500')
      expect(page).toContain('href="/contacts"')
      expect(page).not.toMatch(/<script|style=|Error|undefined/)
    },
  )

  test('a status without words of its own takes those of its class', () => {
    expect(errorPage(418)).toContain('这个请求不完整')
    expect(errorPage(502)).toContain('系统出了问题')
  })

  test('says the measured size and the limit', () => {
    expect(errorPage(413, { size: { measured: 2_010_000, limit: 1_000_000 } })).toContain(
      '2.1 MB，最多可以提交 1 MB',
    )
    expect(errorPage(413, { size: { measured: null, limit: 8_000_000 } })).toContain('最多可以提交 8 MB')
  })

  test('writes the way back as text', () => {
    expect(errorPage(413, { back: '/a"><script>' })).toContain('href="/a&quot;&gt;&lt;script&gt;"')
  })

  test('a form from before a release is told so', () => {
    expect(errorPage(409)).toContain('系统已更新')
  })
})
