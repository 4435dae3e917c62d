import { deskKeys } from './desk-keys.ts'
import { PictureViewer } from './picture-viewer.ts'

// For the pages of the desk alone; an applicant's telephone never loads it.
customElements.define('picture-viewer', PictureViewer)
deskKeys()
