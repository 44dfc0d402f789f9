import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env.OUTSIDE_IN_SERVER ?? 'http://127.0.0.1:4000'

export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    /** Fonts and images stay files, so that a strict content security policy needs no data: sources. */
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
  },
  server: { proxy: { '/api': server } },
})
