import './globals.css'

// What the framework costs by itself, with the style that its own starter takes: the bench holds our pages against
// these.

export default function Layout({ children }) {
  return (
    <html lang="zh-CN">
      <body className="bg-gray-100 font-sans text-gray-900 antialiased">{children}</body>
    </html>
  )
}
