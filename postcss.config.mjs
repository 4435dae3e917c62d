// Old kernels (Chrome 87, Safari 14) know no cascade layers: Tailwind's layers are written out as plain rules.
// The framework minifies; a second time before it would only double prefixes.
export default {
  plugins: {
    '@tailwindcss/postcss': { optimize: false },
    '@csstools/postcss-cascade-layers': {},
  },
}
