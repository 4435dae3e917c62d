import type { NoticeSection } from '#lib/notice'

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八']

/** The notice in plain flow: no inner scroll box. */
export function NoticeText({ sections }: { sections: readonly NoticeSection[] }) {
  return (
    <div className="article">
      {sections.map((section, at) => (
        <section key={section.title}>
          <h2>
            {NUMERALS[at]}、{section.title}
          </h2>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </div>
  )
}
