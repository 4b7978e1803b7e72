import { InvalidArgumentError } from 'commander';

/** Reads an option that is a whole number between two bounds. */
export function wholeNumber(from: number, to: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    // An empty text would count as 0.
    if (/\d/.test(text) && Number.isInteger(value) && value >= from && value <= to) return value;
    throw new InvalidArgumentError(`a whole number from ${from} to ${to} is wanted`);
  };
}
