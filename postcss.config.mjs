// Old kernels (Chrome 87, Safari 14) know no cascade layers: Tailwind's layers are written out as plain rules.
export default {
  plugins: {
    '@tailwindcss/postcss': {},
    '@csstools/postcss-cascade-layers': {},
  },
}
