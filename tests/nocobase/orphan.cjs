// SPDX-License-Identifier: Apache-2.0
// Preloaded into the server: ends it with the process that started it.
process.on('disconnect', () => process.exit(0));
process.channel?.unref();
