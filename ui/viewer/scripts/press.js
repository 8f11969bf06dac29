// SPDX-License-Identifier: Apache-2.0
// Presses the visible button or link with the text WANTED. Spaces do not count: Ant Design puts one between two Chinese
// characters of a button. Answers "pressed", "contained" (only one that contains it, and EXACT asked for more) or "".
((wanted, exact) => {
  const bare = (text) => (text || '').replace(/\s+/g, '');
  const labels = (element) => [element.innerText, element.value, element.getAttribute('aria-label')].map(bare);
  const isVisible = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden' && !element.disabled;
  };
  const all = Array.from(document.querySelectorAll('button, a, [role=button], input[type=submit], input[type=button]')).filter(isVisible);
  const text = bare(wanted);
  if (!text) return '';
  const same = all.find((element) => labels(element).includes(text));
  const similar = all.find((element) => labels(element).some((label) => label.includes(text)));
  if (!same && !similar) return '';
  if (!same && exact) return 'contained';
  (same || similar).click();
  return 'pressed';
})
