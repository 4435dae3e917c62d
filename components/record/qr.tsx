import { encode } from 'uqr'

/** A QR code as one path of squares; it encodes an address, never a person. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text)
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      width={132}
      height={132}
      role="img"
      aria-label={label}
    >
      <path d={squares.join('')} fill="currentColor" />
    </svg>
  )
}
