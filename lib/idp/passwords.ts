import { hash, verify } from '@node-rs/argon2'

/** argon2id with the figures of the OWASP cheat sheet: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** How many are computed at once, and how many may wait: a flood must not take the machine with it. */
const AT_ONCE = 2
const WAITING = 20

/** Thrown when too many passwords wait to be checked. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
}

let running = 0
const queue: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running++
  else {
    if (queue.length >= WAITING) throw new BusyError()
    await new Promise<void>((resolve) => queue.push(resolve))
  }
  try {
    return await work()
  } finally {
    // The place is handed on, not given back, while somebody waits for it.
    const next = queue.shift()
    if (next) next()
    else running--
  }
}

/** The hash to store. @throws BusyError */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, COST))

/** A hash of nothing anybody knows, against which passwords of unknown accounts are checked. */
let decoy: Promise<string> | undefined
const decoyHash = () => {
  decoy ??= hash(crypto.randomUUID(), COST)
  return decoy
}

/** Whether the password fits; an account that does not exist takes as long as a wrong password. @throws BusyError */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  const against = stored ?? (await decoyHash())
  const fits = await inTurn(() => verify(against, password))
  return fits && stored !== undefined
}

/** Passwords that everybody tries first; compared without case. */
const COMMON = new Set([
  'password',
  'password1',
  'passw0rd',
  '12345678',
  '123456789',
  '1234567890',
  '11111111',
  '88888888',
  '00000000',
  'qwertyui',
  'qwerty123',
  '1qaz2wsx',
  'abc12345',
  'abcd1234',
  'a1234567',
  'woaini1314',
  'iloveyou',
  'admin123',
  '123123123',
  '66666666',
  'asdfghjk',
  'zxcvbnm1',
  '5201314520',
  'qq123456',
  'wang1234',
])

/** Why a new password will not do, as a sentence; nothing when it will. */
export function passwordProblem(password: string): string | undefined {
  const length = [...password].length
  if (length < 8) return '密码至少要 8 个字符。'
  if (length > 64) return '密码最多 64 个字符。'
  if (COMMON.has(password.toLowerCase())) return '这个密码太常见，请换一个。'
  return undefined
}
