import { expect, test } from 'vitest'
import { barOf, type State, TOLD_BEFORE } from './words.ts'

const WELL: State = { saves: true, stopped: undefined, offline: false, longest: false }

test.each<[string, Partial<State & { left: number }>, string | undefined, string]>([
  ['all is well', {}, undefined, ''],
  ['a second before the warning', { left: TOLD_BEFORE + 1 }, undefined, ''],
  ['five minutes before the end', { left: TOLD_BEFORE }, 'ends', '还有 5 分钟'],
  ['a second later it is still five', { left: TOLD_BEFORE - 1 }, 'ends', '还有 5 分钟'],
  ['then four', { left: 240 }, 'ends', '还有 4 分钟'],
  ['the last second', { left: 1 }, 'ends', '还有 1 分钟'],
  ['the end', { left: 0 }, 'ended', '登录已到期'],
  ['a machine that slept', { left: -9_000 }, 'ended', '登录已到期'],
  ['it has lasted its longest', { left: 60, longest: true }, 'longest', '不能再延长'],
  ['no line', { offline: true }, 'offline', '网络已断开，内容保存在本页，恢复后自动保存'],
  ['no line, where only buttons save', { offline: true, saves: false }, 'offline', '请再按一次保存'],
  ['no line counts before the minutes', { offline: true, left: 60 }, 'offline', '网络已断开'],
  ['the end counts before the line', { offline: true, left: 0 }, 'ended', '登录已到期'],
  ['changed elsewhere', { stopped: 'stale' }, 'stale', '这里已在别处修改，您刚才填的没有覆盖它'],
  ['changed elsewhere counts first', { stopped: 'stale', offline: true, left: 0 }, 'stale', '别处修改'],
  ['the server says that the session has ended', { stopped: 'ended' }, 'ended', '登录已到期'],
  ['closed meanwhile', { stopped: 'refused' }, 'refused', '现在不能修改'],
])('%s', (_, { left = 1800, ...change }, kind, words) => {
  const bar = barOf({ ...WELL, ...change }, left)
  expect(bar?.kind).toBe(kind)
  expect(bar?.text ?? '').toContain(words)
  expect(bar?.stays ?? false).toBe(kind === 'ends')
})
