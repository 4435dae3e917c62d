import { ErrorSummary } from '../form/error-summary.tsx'

/** The summary of what is wrong with a form, each with a link to its field. */
export function Problems({ problems }: { problems: Readonly<Record<string, string>> }) {
  return (
    <ErrorSummary errors={Object.entries(problems).map(([name, text]) => ({ href: `#${name}`, text }))} />
  )
}
