import { Samples } from '../layout/samples.tsx'

/** How to take the picture, with one that passes and those that come back. */
export function HowTo({ portrait }: { portrait: boolean }) {
  return (
    <section className="sec">
      <h2>{portrait ? '怎样拍才能白底' : '怎样拍才看得清'}</h2>
      <p className="measure">
        {portrait
          ? '站在白墙前一步远，面向窗户，不开闪光灯。用手机原图，不要用聊天软件里的缩略图。'
          : '把证书平放在光线均匀的地方，手机横过来，从正上方拍，四个角都拍进去，不开闪光灯。'}
      </p>
      <Samples kind={portrait ? 'portrait' : 'certificate'} all />
    </section>
  )
}
