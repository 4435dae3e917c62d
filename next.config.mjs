/** @type {import('next').NextConfig} */
export default {
  distDir: process.env.NEXT_DIST_DIR || '.next',
  // Native code and data files that must be loaded from node_modules, not from a bundle.
  serverExternalPackages: [
    'better-sqlite3',
    'pg',
    'sharp',
    '@node-rs/argon2',
    'svg-captcha',
    'pinyin-pro',
    'prom-client',
  ],
  // The optimiser decodes whatever it is given; pictures here are made on upload (security.md 0.5).
  images: { unoptimized: true },
  // Every agent gets the whole head at once: a streamed title would land in the body without scripts.
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  // The small server compresses after it has rewritten the HTML.
  compress: false,
  // `npm test` runs `tsc` over the whole tree, tests included; a second run in the build would only cost time.
  typescript: { ignoreBuildErrors: true },
  // The same sources give the same build on every node (data.md 8). scripts/run.mjs hashes the sources.
  generateBuildId: async () => process.env.BUILD_HASH || null,
  // Pages depend on the session cookie; nothing is kept between requests.
  cacheMaxMemorySize: 0,
  experimental: {
    // Files go to route handlers; a form of text never needs more. Origin is checked by the small server,
    // which also sets the forwarded host to the public one, so Next's own check agrees.
    serverActions: { bodySizeLimit: '1mb' },
  },
}
