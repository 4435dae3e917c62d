export interface SummaryError {
  /** `#NAME` on a form, the other page's address on the check page. */
  href: string
  text: string
}

/** What has to be mended, in field order, each a link to its place. Prints nothing without errors. */
export function ErrorSummary({ errors, heading }: { errors: readonly SummaryError[]; heading?: string }) {
  if (errors.length === 0) return null
  return (
    <div className="summary-err" role="alert" data-error-summary="" tabIndex={-1}>
      <h2>{heading ?? `有 ${errors.length} 处需要修改`}</h2>
      <ol>
        {errors.map((error, at) => (
          <li key={`${error.href} ${error.text}`}>
            <span className="n">{at + 1}.</span>
            <a href={error.href}>{error.text}</a>
          </li>
        ))}
      </ol>
    </div>
  )
}
