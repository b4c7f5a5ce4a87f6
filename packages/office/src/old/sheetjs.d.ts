declare module '@e965/xlsx/dist/cpexcel.full.mjs';
