import { escapeHtml } from './html.ts'

/** What an error page can say beyond its status. */
export interface ErrorFacts {
  /** Bytes of the refused body and how many are allowed (R16). */
  readonly size?: { readonly measured: number | null; readonly limit: number }
  /** Path of the page that the refused form stands on. */
  readonly back?: string
}

interface Words {
  readonly title: string
  readonly what: string
  readonly next: string
}

const WORDS: Record<number, Words> = {
  400: {
    title: '这个请求不完整',
    what: '系统没有读懂浏览器发来的请求，没有保存任何内容。',
    next: '请返回上一页，再操作一次。',
  },
  403: {
    title: '这次提交没有被接受',
    what: '浏览器没有说明提交来自本系统的页面，为保护您的信息，系统没有处理这次提交。',
    next: '请从本系统的页面重新打开表单再提交。如果装有隐私保护插件，请对本网站关闭后再试。',
  },
  404: {
    title: '没有找到这个页面',
    what: '网址可能不对，或者您没有查看这个页面的权限。',
    next: '请核对网址，或者从首页重新进入。',
  },
  405: {
    title: '不支持这种访问方式',
    what: '这个地址只接受打开页面和提交表单，系统没有处理这个请求。',
    next: '请用浏览器从首页重新进入。',
  },
  408: {
    title: '提交超时',
    what: '60 秒之内没有收到完整的内容，系统没有保存这次提交。',
    next: '请检查网络后返回上一页，再提交一次。',
  },
  409: {
    title: '系统已更新',
    what: '您打开这个页面之后，系统更新了，这次提交没有保存。',
    next: '请返回上一页复制已填内容，刷新页面后再提交。已经保存过的内容不受影响。',
  },
  413: {
    title: '提交的内容太大',
    what: '这次提交超过了系统能接收的大小，没有保存。',
    next: '请返回上一页，减少内容后再提交。',
  },
  429: {
    title: '操作太频繁',
    what: '短时间内的操作次数太多，系统没有处理这次请求。',
    next: '请过几分钟再试。',
  },
  500: {
    title: '系统出了问题',
    what: '系统没能完成这次操作。已经保存的内容不受影响。',
    next: '请过几分钟再试。如果仍然不行，请拨打页面下方的电话。',
  },
  503: {
    title: '系统暂时不能使用',
    what: '系统正在维护或启动。已经保存的内容不受影响。',
    next: '请过几分钟刷新页面再试。',
  },
}

/** The texts for a status; those without their own have the general ones of their class. */
function wordsFor(status: number): Words {
  const words = WORDS[status] ?? (status < 500 ? WORDS[400] : WORDS[500])
  if (!words) throw new RangeError(`no error page for status ${status}`)
  return words
}

function megabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 100_000) / 10).toFixed(1).replace(/\.0$/, '')} MB`
}

function sizeSentence({ measured, limit }: { measured: number | null; limit: number }): string {
  const most = `最多可以提交 ${megabytes(limit)}`
  return measured === null ? `${most}，这次提交更大。` : `这次提交有 ${megabytes(measured)}，${most}。`
}

/**
 * A whole page for a status, without scripts and without anything about a person. Called with the status
 * alone it gives the same bytes every time, so missing and forbidden look the same (house 4.12).
 */
export function errorPage(status: number, facts: ErrorFacts = {}): string {
  const { title, what, next } = wordsFor(status)
  const size = facts.size ? `<p class="figure">${sizeSentence(facts.size)}</p>` : ''
  const back = facts.back ? `<a class="button" href="${escapeHtml(facts.back)}">返回填写页</a> ` : ''
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<title>${title} - 河南省会计人员信息采集</title>
<link rel="stylesheet" href="/error.css">
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="masthead"><div class="inner">
<a class="wordmark" href="/">河南省会计人员信息采集</a>
<nav aria-label="帮助"><a href="/contacts">联系我们</a></nav>
</div></header>
<main class="sheet" id="main" data-error-page="${status}">
<h1>${title}</h1>
<p>${what}</p>
${size}<p>${next}</p>
<p class="actions">${back}<a class="${back ? 'plain' : 'button'}" href="/">回到首页</a></p>
</main>
<footer class="foot"><div class="inner">
<p><strong>采集与审核业务</strong><br>请咨询采集地的县（区、市）财政部门，号码见<a href="/contacts">联系我们</a>。</p>
<p><strong>注册、登录与实名认证</strong><br>河南政务服务网技术支持 <a href="tel:037196500">0371-96500</a></p>
</div></footer>
</body>
</html>
`
}
