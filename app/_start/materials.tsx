import type { ReactNode } from 'react'
import { Help } from '#components/layout/details'
import { Samples } from '#components/layout/samples'
import { Source } from '#components/layout/source'

/** What to have ready: sizes, and pictures of what passes and what comes back. */
export function Materials() {
  return (
    <section className="sec" id="materials">
      <h2>二、准备材料</h2>
      <p className="measure">
        手机拍的照片可以直接上传，8 MB 以内即可。系统会自动转正、裁切并压缩到规定大小。
      </p>
      <Material
        title="（一）证件照"
        source="指引 3.2"
        text="近期、白底、标准证件照。宽不小于 295 像素，高不小于 413 像素，JPG 或 PNG。"
      >
        <Samples kind="portrait" />
      </Material>
      <Material
        title="（二）学历、学位证书照片"
        source="指引 1.3"
        text="四角完整、字迹清楚。宽不小于 700 像素，高不小于 500 像素；保存时压缩到 150 kB 以内。"
      >
        <Samples kind="certificate" />
        <Help
          question="证书丢失怎么办"
          answer="到中国高等教育学生信息网（学信网）查询后截图，或者把档案里的毕业生登记表拍照上传。两样都没有的，学历只能填高中或初中及以下。"
          source="指引 3.3"
        />
      </Material>
      <Material
        title="（三）专业技术资格证书照片"
        source="指引 1.3"
        text="有资格证书的人员上传，没有的不用准备。保存时压缩到 80 kB 以内。"
      />
    </section>
  )
}

function Material({
  title,
  text,
  source,
  children,
}: {
  title: string
  text: string
  source: string
  children?: ReactNode
}) {
  return (
    <div className="sub">
      <h3>{title}</h3>
      <p className="measure">
        {text} <Source text={source} />
      </p>
      {children}
    </div>
  )
}
