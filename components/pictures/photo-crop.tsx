import { createElement, type ReactNode } from 'react'
import type { Size } from '#lib/collection/frame'

/**
 * What `public/cropper.js` makes movable by hand and by keys; without it the buttons inside do the same.
 * The script is loaded by this page only.
 */
export function PhotoCrop({ picture, kept, children }: { picture: Size; kept: Size; children: ReactNode }) {
  return (
    <>
      {createElement(
        'photo-crop',
        {
          'data-picture': `${picture.width}x${picture.height}`,
          'data-kept': `${kept.width}x${kept.height}`,
        },
        children,
      )}
      <script src="/cropper.js" defer data-enhance="" />
    </>
  )
}
