// How the app is packaged. The fuses take from the shipped executable what only developers need: running as Node, inspector
// flags, loading anything but the archive, and what `file:` pages could do beyond a browser's. In the archive are the built app
// and what it loads: no other door, no tests, sources or maps, no binaries of another system, no Node of its own.
const path = require('node:path');

/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'app.seamline.desktop',
  productName: 'Seamline',
  directories: { output: 'release', buildResources: path.join('build', 'icons') },
  files: [
    'package.json',
    'out/main.js',
    'out/preload.cjs',
    'out/chunks/**',
    'out/renderer/**',
    'out/icons/*.png',
    '!**/*.{map,ts,mts,cts,md,yml,c,h,gyp,gypi,sh}',
    '!**/{test,tests}/**',
    '!**/test.js',
    '!node_modules/node-{linux,win}-x64/**',
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/node-addon-api/**',
    '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node',
  ],
  asar: true,
  asarUnpack: ['**/*.node'],
  npmRebuild: false,
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    enableCookieEncryption: true,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: { target: ['AppImage', 'deb'], category: 'Office', icon: 'build/icons/app-icon-512.png' },
  win: { target: 'nsis', icon: 'build/icons/app-icon-512.png' },
  mac: { target: ['dmg', 'zip'], hardenedRuntime: true, category: 'public.app-category.business' },
};
