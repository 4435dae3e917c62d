/** The promise that what was filled is true, beside what still stops the submission. */
export function Declaration({ wrong, blocked }: { wrong: boolean; blocked: number }) {
  return (
    <div className={wrong ? 'lock has-error' : 'lock'}>
      {blocked > 0 && <p className="hint">还有 {blocked} 处需要修改，见本页上方。改好后才能提交。</p>}
      {wrong && (
        <p className="err-msg" id="declaration-error">
          <span>
            <span className="vh">错误：</span>请勾选承诺，再提交
          </span>
        </p>
      )}
      <label className="consent" htmlFor="declaration">
        <input
          type="checkbox"
          id="declaration"
          name="declaration"
          value="yes"
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? 'declaration-error' : undefined}
        />
        <span>
          我承诺所填信息和上传的材料是本人的，真实、有效
          <span className="d">提供虚假信息的，由本人承担责任。</span>
        </span>
      </label>
    </div>
  )
}
