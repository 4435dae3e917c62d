/** Longest chain of causes that is followed. */
const DEEPEST = 8

interface Statement {
  readonly query: string
}

/** The wrapper of a failed statement, of whichever copy of the query builder: its message ends with the values. */
const isStatement = (error: Error): error is Error & Statement =>
  'query' in error && typeof error.query === 'string' && 'params' in error

/** An error of PostgreSQL: its message and its details may quote values and whole rows. */
const isServerError = (error: Error): boolean => 'severity' in error && 'code' in error

function messageOf(error: Error): string {
  if (isStatement(error)) return `Failed query: ${error.query}`
  const part = (key: string) => (key in error ? ` ${String(Reflect.get(error, key) ?? '')}` : '')
  return `PostgreSQL${part('severity')}${part('code')}${part('table')}${part('constraint')}`.trimEnd()
}

/**
 * The same error without the values of people that statements carry, causes included.
 * @returns the error itself when there is nothing to take away
 */
export function withoutValues(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error) || depth > DEEPEST) return error
  const cause = withoutValues(error.cause, depth + 1)
  const told = isStatement(error) || isServerError(error)
  if (!told && cause === error.cause) return error
  const message = told ? messageOf(error) : error.message
  const clean = new Error(message, { cause })
  clean.name = error.name
  // The lines of the stack that repeat the message end where the first frame begins.
  const frames = error.stack?.slice(error.stack.search(/^\s+at /m)) ?? ''
  clean.stack = `${error.name}: ${message}\n${frames.trimStart().startsWith('at ') ? frames : ''}`
  return clean
}

/** From here on nothing that is printed as an error names a value of a statement. */
export function quietErrors(): void {
  for (const name of ['error', 'warn'] as const) {
    const print = console[name].bind(console)
    console[name] = (...what: unknown[]) => print(...what.map((one) => withoutValues(one)))
  }
}
