/** Numbers as Postgres writes an array of them: driver and server take long ones apart element by element otherwise. */
export const arrayText = (numbers: Int32Array | readonly number[]): string =>
  `{${numbers.join(',')}}`;
