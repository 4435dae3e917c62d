import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { env } from '#lib/env'
import { createKeyring, loadKeyring, purposeKey } from '#lib/protect/keyring'

// Prints the key that the build puts into forms, base64. Only the demo makes a key ring that is missing:
// production has been refused by env() before.
try {
  const { keyringPath, appEnv } = env()
  if (appEnv === 'demo' && !existsSync(keyringPath)) {
    mkdirSync(dirname(keyringPath), { recursive: true })
    createKeyring(keyringPath)
  }
  process.stdout.write(purposeKey(loadKeyring(keyringPath), 'form').toString('base64'))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
