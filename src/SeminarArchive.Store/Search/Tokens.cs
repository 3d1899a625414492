using System.Collections;
using System.Text;

namespace SeminarArchive.Store.Search;

/// <summary>The words of a text, from its beginning; looked for while they are asked for, without taking memory in a plain <c>foreach</c>.</summary>
internal readonly struct Tokens(string text) : IEnumerable<Token>
{
    public Enumerator GetEnumerator() => new(text);

    IEnumerator<Token> IEnumerable<Token>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal struct Enumerator(string text) : IEnumerator<Token>
    {
        private int _at;

        public Token Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            var start = -1;
            var unspaced = false;
            var at = _at;
            while (at < text.Length)
            {
                var width = 1;
                var other = false;
                bool inside;
                var c = text[at];
                if (char.IsAscii(c))
                {
                    inside = char.IsAsciiLetterOrDigit(c);
                }
                else if (Rune.TryGetRuneAt(text, at, out var rune))
                {
                    width = rune.Utf16SequenceLength;
                    // A mark goes with what stands before it.
                    var mark = Token.IsMark(rune);
                    inside = mark ? start >= 0 : Token.IsPart(rune);
                    other = mark ? unspaced : Token.IsUnspacedScript(rune.Value);
                }
                else
                {
                    inside = false;
                }

                if (start < 0)
                {
                    if (inside) (start, unspaced) = (at, other);
                }
                else if (!inside || other != unspaced)
                {
                    break;
                }

                at += width;
            }

            _at = at;
            if (start < 0) return false;
            Current = new Token(start, at - start, unspaced);
            return true;
        }

        public void Reset() => _at = 0;

        public readonly void Dispose()
        {
        }
    }
}
