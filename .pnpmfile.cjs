'use strict';

/**
 * Node's builds on npm name their system and processor as plain words, where npm asks for lists. pnpm reads
 * lists alone, and would fetch every build on every machine. Those for Linux need glibc and do not say so.
 */
function readPackage(manifest) {
  if (/^node-(?:bin-)?(?:darwin|linux|win)-/.test(manifest.name)) {
    manifest.os = [manifest.os].flat();
    manifest.cpu = [manifest.cpu].flat();
    if (manifest.os.includes('linux')) manifest.libc = ['glibc'];
  }
  return manifest;
}

module.exports = { hooks: { readPackage } };
