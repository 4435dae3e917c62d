import { store } from '#db/store'
import { now } from '#lib/clock'
import { publicKeys } from '#lib/idp/keys'
import { served } from '#lib/idp/serve'

/** The public keys that ID tokens are checked with. */
export const GET = served(async () => Response.json(await publicKeys(await store(), now())))
