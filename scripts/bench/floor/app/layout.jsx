import './globals.css'

// What the framework costs by itself, with the few rules of style that any form has: the bench holds our pages
// against these.

export default function Layout({ children }) {
  return (
    <html lang="zh-CN">
      <body>{children}</body>
    </html>
  )
}
