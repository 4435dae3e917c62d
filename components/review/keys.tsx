const KEYS = [
  ['j', '下一行'],
  ['k', '上一行'],
  ['a', '选“通过”，再按回车提交'],
  ['r', '选“退回修改”，光标到总的说明'],
  ['?', '打开这份说明'],
] as const

interface KeysProps {
  on: boolean
  /** Not where a switch would throw away what is being typed. */
  switchable: boolean
}

/** The single keys of the desk and their switch; off until somebody switches them on. */
export function Keys({ on, switchable }: KeysProps) {
  return (
    <details className="keys">
      <summary>
        <span>键盘快捷键（{on ? '已打开' : '已关闭'}）</span>
      </summary>
      <div>
        <dl>
          {KEYS.map(([key, what]) => (
            <div key={key} className="pair">
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <p className="muted">
          在输入框里打字时不起作用。需要浏览器允许脚本；不用快捷键，所有操作一样能完成。
          {switchable ? null : '在审核队列页面打开或关闭。'}
        </p>
        {switchable ? (
          <form data-form="keys" method="post" action="/ui" className="acts" aria-label="键盘快捷键">
            <button type="submit" className="btn second" name="keys" value={on ? 'off' : 'on'}>
              {on ? '关闭快捷键' : '打开快捷键'}
            </button>
          </form>
        ) : null}
      </div>
    </details>
  )
}
