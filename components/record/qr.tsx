import { encode } from 'uqr'

/** Light squares around the code, without which readers do not find it. */
const QUIET = 4

/**
 * A QR code as one path of squares; it encodes an address, never a person. Black on white in every display
 * mode, since readers fail on the reverse.
 */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { border: QUIET })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width={148} height={148} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={squares.join('')} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  )
}
