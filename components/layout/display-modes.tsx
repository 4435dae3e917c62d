/**
 * 长辈版 and 高对比: buttons that post to `/ui` and look like links. All are printed; the stylesheet shows
 * those that lead out of the mode the page is in, so that no component needs to know the cookies.
 */
export function DisplayModes({ elder }: { elder: boolean }) {
  return (
    <form className="modes" data-form="display" method="post" action="/ui" aria-label="显示方式">
      {elder ? (
        <>
          <button type="submit" className="to-elder" name="ui" value="elder">
            长辈版
          </button>
          <button type="submit" className="to-elder-max" name="ui" value="elder-max">
            特大字
          </button>
        </>
      ) : null}
      <button type="submit" className="to-standard" name="ui" value="standard">
        标准版
      </button>
      <button type="submit" className="to-contrast" name="contrast" value="more">
        高对比
      </button>
      <button type="submit" className="to-plain" name="contrast" value="standard">
        普通颜色
      </button>
    </form>
  )
}
