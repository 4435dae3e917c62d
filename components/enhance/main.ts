import { busySubmit } from './busy-submit.ts'
import { focusErrorSummary, linkToControls } from './error-summary.ts'
import { noticeCountdown } from './notice-countdown.ts'

// Every page works whole without this file (house rule); each behaviour only adds.
busySubmit()
linkToControls()
focusErrorSummary()
noticeCountdown()
