/** How the form stands, as far as the person has to know. */
export interface State {
  /** Whether the form is saved by itself at all. */
  readonly saves: boolean
  readonly stopped: 'stale' | 'ended' | 'refused' | undefined
  readonly offline: boolean
  /** The session has lasted its longest: asking for more changes nothing. */
  readonly longest: boolean
}

/** The bar above the form. Only a new `kind` is read out. */
export interface Bar {
  readonly kind: string
  readonly text: string
  /** Whether it offers to prolong the session. */
  readonly stays: boolean
}

/** Seconds before the end of a session at which it is told. */
export const TOLD_BEFORE = 300

const bar = (kind: string, text: string, stays = false): Bar => ({ kind, text, stays })

/**
 * What is said of it, the most urgent alone; nothing while all is well.
 * @param left seconds until the session ends
 */
export function barOf({ saves, stopped, offline, longest }: State, left: number): Bar | undefined {
  if (stopped === 'stale')
    return bar('stale', '这里已在别处修改，您刚才填的没有覆盖它。自动保存已停止，请按“保存草稿”核对。')
  if (stopped === 'ended' || left <= 0)
    return bar('ended', '登录已到期，内容还在本页。请按“保存草稿”，重新登录后接着填。')
  if (stopped === 'refused') return bar('refused', '现在不能修改这一部分，自动保存已停止。')
  if (offline)
    return bar(
      'offline',
      saves
        ? '网络已断开，内容保存在本页，恢复后自动保存。'
        : '网络已断开，内容还在本页，恢复后请再按一次保存。',
    )
  if (left > TOLD_BEFORE) return undefined
  const minutes = `还有 ${Math.ceil(left / 60)} 分钟登录到期。`
  return longest
    ? bar('longest', `${minutes}这次登录不能再延长，请按“保存草稿”，重新登录后接着填。`)
    : bar('ends', minutes, true)
}
