import { createElement, type ReactNode } from 'react'
import { type PictureLimit, UPLOAD, WORKING_SIDE } from '#lib/collection/limits'

/**
 * Around an upload form: what the script needs to show the picture before it is sent, to shrink it, to show
 * how far it is, to cancel and to try again. Without the script the form does everything.
 */
export function PictureUpload({ limit, children }: { limit: PictureLimit; children: ReactNode }) {
  const data = {
    'data-least': `${limit.minWidth}x${limit.minHeight}`,
    'data-side': String(WORKING_SIDE),
    'data-most': String(UPLOAD.maxBytes),
  }
  return createElement('picture-upload', data, children)
}

/** The chosen picture before it is sent; filled by the script. */
export function Look() {
  return (
    <div className="chosen" hidden data-look="">
      <img alt="选中的照片" width="160" height="160" data-chosen="" />
      <div>
        <p className="hint" aria-live="polite" data-facts="" />
        <button type="button" className="btn second sm" hidden data-shrink="">
          缩小后上传
        </button>
      </div>
    </div>
  )
}

/** How far the upload is, and the ways out of it; shown by the script. */
export function Way() {
  return (
    <div className="way" hidden data-way="">
      <p role="status" data-says="" />
      <progress max={100} aria-label="上传进度" />
      <div className="acts">
        <button type="button" className="btn second sm" data-cancel="">
          取消上传
        </button>
        <button type="button" className="btn sm" hidden data-retry="">
          重试
        </button>
      </div>
    </div>
  )
}
