import fc from 'fast-check';
import { noteFromXml, noteToXml } from '#workbook/note-xml.ts';

test('every text comes back from its XML, which is plain ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const xml = noteToXml('urn:a', text);
      expect(xml).toMatch(/^[ -~]*$/);
      expect(noteFromXml(xml)).toBe(text);
    }),
  );
});

test('XML that another program has written anew is understood', () => {
  const body = '&quot;a &amp;amp; &lt;b&gt;&quot;';
  expect(noteFromXml(`<?xml version="1.0"?>\n<n:note xmlns:n="urn:a">${body}</n:note>`)).toBe('a &amp; <b>');
});

test('XML that holds no note is none', () => {
  for (const xml of ['', '<other/>', '<note>not a string', '<note>12</note>'])
    expect(noteFromXml(xml)).toBeUndefined();
});
