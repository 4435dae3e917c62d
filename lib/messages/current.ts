import { env } from '../env.ts'
import { demoProvider, noProvider, type SmsProvider } from './provider.ts'

const PROVIDERS: Readonly<Record<ReturnType<typeof env>['sms'], SmsProvider>> = {
  demo: demoProvider,
  none: noProvider,
}

/** Who carries messages, by the setting `SMS`. */
export const smsProvider = (): SmsProvider => PROVIDERS[env().sms]
