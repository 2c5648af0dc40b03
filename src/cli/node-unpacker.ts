import { constants, crc32, inflateRawSync } from 'node:zlib';
import type { Unpacker } from '#workbook/xlsx/unpacker.ts';

/** Node's own zlib: some ten times as fast as JavaScript. */
export const nodeUnpacker: Unpacker = {
  inflate: (packed, longest) => {
    try {
      // Flushed, not finished: what there is of a start comes out as far as it goes.
      return inflateRawSync(packed, {
        maxOutputLength: Math.max(1, longest),
        chunkSize: Math.min(Math.max(64, longest), 1_000_000),
        finishFlush: constants.Z_SYNC_FLUSH,
      });
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'longer' : undefined;
    }
  },
  crc32,
};
