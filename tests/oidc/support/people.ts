import { ROOT, start } from '#support/children'
import type { Visitor } from '#support/visitor'

/** What a visitor sees of the service after the sign-in that `begin` leads to. */
export async function arrive(visitor: Visitor, returnTo?: string) {
  return visitor.follow(await visitor.leave(returnTo))
}

/** Whether the service knows who is asking. */
export async function isSignedIn(visitor: Visitor): Promise<boolean> {
  const answer = await visitor.send('/account')
  if (answer.status === 200) return true
  if (answer.status !== 303 || !answer.location.startsWith('/login'))
    throw new Error(`/account answered ${answer.status} ${answer.location}.`)
  return false
}

/** Signs out by the form that stands on the page of one's devices. The answer is not followed. */
export async function signOut(visitor: Visitor) {
  const page = await visitor.open('/account')
  return visitor.submit(page.body, 'logout', page.path)
}

/** Runs a script of the project to its end. @throws when it fails */
export async function script(
  name: string,
  args: readonly string[],
  settings: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const child = start(process.execPath, [`scripts/${name}.ts`, ...args], settings)
  if ((await child.ended) !== 0) throw new Error(`${name} failed in ${ROOT}: ${child.said()}`)
}
