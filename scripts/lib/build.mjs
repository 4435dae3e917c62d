import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, run, Stop } from './children.mjs'
import { digestOf } from './tree.mjs'

/** What the build reads. The small server, the scripts and public files are used as they are. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'db',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/**
 * The key under which forms keep their identity across releases, from the key ring (data.md 8). A wrong
 * configuration is told by the child before anything is built.
 * @param {string} root
 */
export async function formKey(root) {
  const key = await read(root, 'node', ['scripts/form-key.ts'])
  if (!key) throw new Stop('')
  return key
}

/**
 * Bundles the custom elements: one file for every page, one for the page where a portrait is cropped, one for the
 * desk.
 * @param {string} root
 */
async function buildEnhance(root) {
  const folder = join(root, 'components', 'enhance')
  if (!existsSync(folder)) return
  const { build, stop } = await import('esbuild')
  await build({
    entryPoints: {
      enhance: join(folder, 'main.ts'),
      cropper: join(folder, 'crop', 'main.ts'),
      desk: join(folder, 'desk', 'main.ts'),
    },
    outdir: join(root, 'public'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2017',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  })
  // Its service would otherwise stay as long as the launcher does.
  await stop()
}

/**
 * Builds what has changed. The stamp is written after success only.
 * @param {string} root
 * @param {string} key from `formKey`
 */
export async function build(root, key) {
  await buildEnhance(root)
  const directory = join(root, process.env.NEXT_DIST_DIR || '.next')
  const stamp = join(directory, '.stamp')
  const digest = digestOf(root, SOURCES, [key])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  console.log('Building …')
  const code = await run(root, 'next', ['build'], {
    NODE_ENV: 'production',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key,
    BUILD_HASH: digest,
  })
  if (code !== 0) throw new Stop('The build failed.')
  writeFileSync(stamp, digest)
}
