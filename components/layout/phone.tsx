/** A telephone number that can be tapped, e.g. `0371-00410105`. */
export function Phone({ number }: { number: string }) {
  return (
    <a className="tel" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
      {number}
    </a>
  )
}
