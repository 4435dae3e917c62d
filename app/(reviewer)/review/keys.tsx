import { cookies } from 'next/headers'
import { Keys } from '#components/review/keys'

/** The single keys of the desk, as this browser has them switched. */
export async function DeskKeys({ switchable }: { switchable: boolean }) {
  const jar = await cookies()
  return <Keys on={jar.get('keys')?.value === 'on'} switchable={switchable} />
}
