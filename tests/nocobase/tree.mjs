// SPDX-License-Identifier: Apache-2.0
// node tree.mjs INSTALLATION FOLDER [PLUGIN]: gives FOLDER a node_modules of links into that of INSTALLATION, and a copy
// of the WeCom plugin unless it is to be absent.
//
// NocoBase looks for plugins in node_modules and links uploaded ones into it, and its first page is written into its own
// package, with the path it runs under. So every server gets a node_modules of its own: servers with, without and with
// another WeCom plugin, and under other paths, run side by side, and the installation is never written to.
import { copyFileSync, cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const pluginPackage = '@nocobase/plugin-auth-wecom';

// Folders that are real ones in the copy; everything else is a link. The last one's files are copied: they are written to.
const own = ['.', '@nocobase', '@nocobase/app', '@nocobase/app/dist', '@nocobase/app/dist/client'];

export function makeTree(installation, folder, plugin) {
  for (const part of own) {
    const from = join(resolve(installation), 'node_modules', part);
    const to = join(folder, 'node_modules', part);
    mkdirSync(to, { recursive: true });
    for (const entry of readdirSync(from, { withFileTypes: true })) {
      if (own.includes(join(part, entry.name)) || entry.name === '.package-lock.json') continue;
      if (part === own.at(-1) && entry.isFile()) copyFileSync(join(from, entry.name), join(to, entry.name));
      else symlinkSync(join(from, entry.name), join(to, entry.name));
    }
  }
  if (plugin) {
    const copy = join(folder, 'storage', 'plugins', pluginPackage);
    cpSync(plugin, copy, { recursive: true });
    symlinkSync(resolve(copy), join(folder, 'node_modules', pluginPackage));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [installation, folder, plugin] = process.argv.slice(2);
  makeTree(installation, folder, plugin);
}
