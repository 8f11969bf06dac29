// SPDX-License-Identifier: Apache-2.0
// node tree.mjs INSTALLATION FOLDER [PLUGIN]: gives FOLDER a node_modules of links into that of INSTALLATION, and a copy
// of the WeCom plugin unless it is to be absent.
//
// NocoBase looks for plugins in node_modules and links uploaded ones into it. So every server gets a node_modules of its
// own: servers with, without and with another WeCom plugin run side by side, and the installation is never written to.
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const pluginPackage = '@nocobase/plugin-auth-wecom';

function linkEntries(from, to, scoped) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const scope = scoped && entry.isDirectory() && entry.name === '@nocobase';
    if (scope) linkEntries(join(from, entry.name), join(to, entry.name), false);
    else if (entry.name !== '.package-lock.json') symlinkSync(join(from, entry.name), join(to, entry.name));
  }
}

export function makeTree(installation, folder, plugin) {
  linkEntries(join(resolve(installation), 'node_modules'), join(folder, 'node_modules'), true);
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
