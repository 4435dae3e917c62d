/**
 * Answers with the bytes of a picture: shown in place, never kept by browsers or proxies, and of no power
 * should they ever be taken for a page.
 */
export function pictureResponse(jpeg: Buffer, name: string): Response {
  return new Response(new Uint8Array(jpeg), {
    headers: {
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="${name}.jpg"`,
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  })
}
