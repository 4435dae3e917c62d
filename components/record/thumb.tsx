import type { PictureRef } from '#lib/collection/field'

/** A stored picture, small, leading to itself in full size. */
export function Thumb({ picture, href, alt }: { picture: PictureRef; href: string; alt: string }) {
  return (
    <a className={picture.height > picture.width ? 'thumb pt' : 'thumb'} href={href}>
      <img src={href} width={picture.width} height={picture.height} alt={alt} loading="lazy" />
    </a>
  )
}

/** The dashed place of a picture that is not there yet. */
export function ThumbLess() {
  return <span className="thumb none">未上传</span>
}
