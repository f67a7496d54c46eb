import type { Book } from './book';

/** Makes something of a book on the first call, and remembers it for as long as the book lives. */
export function perBook<T>(make: (book: Book) => T): (book: Book) => T {
  const made = new WeakMap<Book, { readonly value: T }>();
  return (book) => {
    const known = made.get(book) ?? { value: make(book) };
    made.set(book, known);
    return known.value;
  };
}
