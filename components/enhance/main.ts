import { AutoSave } from './autosave/auto-save.ts'
import { busySubmit } from './busy-submit.ts'
import { focusErrorSummary, linkToControls } from './error-summary.ts'
import { noticeCountdown } from './notice-countdown.ts'
import { PictureUpload } from './upload/picture-upload.ts'

// Every page works whole without this file (house rule); each behaviour only adds.
busySubmit()
linkToControls()
focusErrorSummary()
noticeCountdown()
customElements.define('auto-save', AutoSave)
customElements.define('picture-upload', PictureUpload)
