// SPDX-License-Identifier: Apache-2.0
// What the page shows, as a person would see it: its visible text, and whether a QR picture is painted. Frames of the
// same origin are looked into; WeCom puts the picture into one on some pages.
(() => {
  const textLimit = 10000;
  const smallest = 80;

  const isVisible = (element) => {
    const style = element.ownerDocument.defaultView.getComputedStyle(element);
    return style.visibility !== 'hidden' && style.display !== 'none' && Number(style.opacity) > 0.1;
  };
  const looksLikeQr = (element) => {
    const box = element.getBoundingClientRect();
    if (box.width < smallest || box.height < smallest || box.width > 1.15 * box.height || box.height > 1.15 * box.width) return false;
    for (let e = element; e; e = e.parentElement) if (!isVisible(e)) return false;
    return isPainted(element);
  };
  // A canvas that was never drawn on has one colour; one that a foreign picture was drawn on cannot be read, and is painted.
  const canvasIsPainted = (canvas) => {
    if (!canvas.width || !canvas.height) return false;
    const small = canvas.ownerDocument.createElement('canvas');
    small.width = small.height = 32;
    const pen = small.getContext('2d');
    try {
      pen.drawImage(canvas, 0, 0, 32, 32);
      const bytes = pen.getImageData(0, 0, 32, 32).data;
      for (let i = 4; i < bytes.length; i++) if (bytes[i] !== bytes[i % 4]) return true;
      return false;
    } catch (e) {
      return true;
    }
  };
  const isPainted = (element) => {
    const tag = element.tagName.toLowerCase();
    if (tag === 'img') return element.complete && element.naturalWidth > 0;
    if (tag === 'canvas') return canvasIsPainted(element);
    return element.querySelectorAll('path, rect, polygon, image, use').length > 0;
  };

  const documents = [document];
  for (const frame of document.querySelectorAll('iframe')) {
    try {
      if (frame.contentDocument && isVisible(frame)) documents.push(frame.contentDocument);
    } catch (e) { /* of another origin */ }
  }
  let text = '';
  let qr = false;
  for (const d of documents) {
    text += (d.body ? d.body.innerText : '') + '\n';
    qr = qr || Array.from(d.querySelectorAll('img, canvas, svg')).some(looksLikeQr);
  }
  return JSON.stringify({ text: text.trim().slice(0, textLimit), qr, ready: document.readyState });
})()
