import { env } from '../env.ts'
import { type Keyring, loadKeyring } from './keyring.ts'

let ring: Keyring | undefined

/** The key ring of this process, read once from KEYRING. @throws the one sentence of `loadKeyring` */
export function keyring(): Keyring {
  ring ??= loadKeyring(env().keyringPath)
  return ring
}
