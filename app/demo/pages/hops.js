// SPDX-License-Identifier: Apache-2.0
// A tour lets a login go on hop by hop: the pages ask before they take one.
'use strict';
async function may(hop) {
  while (!(await (await fetch('/rehearsal/may?hop=' + hop)).json()).go)
    await new Promise(done => setTimeout(done, 250));
}
