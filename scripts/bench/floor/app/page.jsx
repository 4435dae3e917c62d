export const dynamic = 'force-dynamic'

/** The emptiest page. */
export default function EmptyPage() {
  return <main>empty</main>
}
