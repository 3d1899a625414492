namespace SeminarArchive.Store.Search;

/// <summary>Marks in a text what a query asks for, by the rule by which the index finds it: folded, by stems, the last word as a beginning.</summary>
internal sealed class Marker
{
    // About three lines.
    private const int ExcerptLength = 240;

    // How far before a match an excerpt may begin: at a word, or with the match's sentence.
    private const int WordsBefore = 60;
    private const int SentenceBefore = 120;

    private readonly IReadOnlyList<Wanted> _wanted;

    // Letter → what a word that begins with it can be.
    private readonly ILookup<char, Wanted> _byLetter;

    /// <param name="terms">Those that are looked for.</param>
    /// <param name="last">The one whose last word may be the beginning of one; null when none may.</param>
    public Marker(IEnumerable<Term> terms, Term? last)
    {
        _wanted = [.. terms.Where(t => t.Column is null or "Title" or "Abstract" or "Tags").Select(t => new Wanted(t, t == last))];
        _byLetter = _wanted.SelectMany(w => w.Beginnings.Distinct(), (wanted, letter) => (wanted, letter)).ToLookup(w => w.letter, w => w.wanted);
    }

    public MarkedText Title(string title) => Marked(title, Find(title, "Title"), 0, title.Length);

    /// <summary>The part of an abstract in which most of the words occur, begun with its sentence where that is near; null when none occurs.</summary>
    public MarkedText? Excerpt(string text)
    {
        var found = Find(text, "Abstract");
        if (found.Count == 0) return null;

        var (from, best) = (0, 0);
        for (var i = 0; i < found.Count; i++)
        {
            var within = found.Skip(i).TakeWhile(f => f.End <= found[i].Start + ExcerptLength - WordsBefore).ToList();
            var worth = (within.Select(f => f.Wanted).Distinct().Count() * 100) + within.Count;
            if (worth > best) (from, best) = (found[i].Start, worth);
        }

        var start = Start(text, from);
        return Marked(text, found, start, End(text, start + ExcerptLength));
    }

    /// <summary>Tags, parted by commas; null when none of them is asked for.</summary>
    public MarkedText? Tags(string tags) => Find(tags, "Tags") is { Count: > 0 } found ? Marked(tags, found, 0, tags.Length) : null;

    private List<Found> Find(string text, string column)
    {
        var words = Token.Of(text).Select(t => new Word(text, t)).ToList();
        var found = new List<Found>();
        for (var i = 0; i < words.Count; i++)
        {
            var first = text[words[i].Token.Start];
            foreach (var wanted in char.IsAscii(first) ? _byLetter[char.ToLowerInvariant(first)] : _wanted)
            {
                if (wanted.Column is not null && wanted.Column != column) continue;
                foreach (var (start, end) in wanted.In(text, words, i)) found.Add(new Found(start, end, wanted));
            }
        }

        return found;
    }

    // Matches that touch, or have no more than a space between them, are one mark.
    private static MarkedText Marked(string text, List<Found> found, int start, int end)
    {
        var marks = new List<(int Start, int End)>();
        foreach (var (from, to, _) in found.Where(f => f.Start >= start && f.End <= end).OrderBy(f => f.Start))
        {
            if (marks.Count > 0 && marks[^1].End is var last && (from <= last || (from == last + 1 && text[last] == ' '))) marks[^1] = (marks[^1].Start, Math.Max(last, to));
            else marks.Add((from, to));
        }

        var parts = new List<(string, bool)>();
        var at = start;
        foreach (var (from, to) in marks)
        {
            if (from > at) parts.Add((text[at..from], false));
            parts.Add((text[from..to], true));
            at = to;
        }

        if (end > at) parts.Add((text[at..end], false));
        if (start > 0) parts.Insert(0, ("…", false));
        if (end < text.Length) parts.Add(("…", false));
        return new MarkedText(parts);
    }

    private static int Start(string text, int match)
    {
        if (match <= WordsBefore) return 0;

        for (var i = match - 1; i > match - SentenceBefore && i > 1; i--)
        {
            if (char.IsWhiteSpace(text[i - 1]) && text[i - 2] is '.' or '!' or '?' or '\n') return i;
            if (text[i - 1] is '。' or '！' or '？') return i;
        }

        var space = text.IndexOf(' ', match - WordsBefore, WordsBefore);
        return space < 0 ? WholeAt(text, match - (WordsBefore / 2)) : space + 1;
    }

    private static int End(string text, int end)
    {
        if (end >= text.Length) return text.Length;

        var space = text.LastIndexOf(' ', end, WordsBefore);
        return space < 0 ? WholeAt(text, end) : space;
    }

    // Never within a pair of surrogates.
    private static int WholeAt(string text, int index) => char.IsLowSurrogate(text[index]) ? index - 1 : index;

    private readonly record struct Found(int Start, int End, Wanted Wanted);

    /// <summary>A word of the text in the forms by which it is compared, each worked out when it is asked for.</summary>
    private sealed class Word(string text, Token token)
    {
        private string? _folded;
        private string? _stem;
        private IReadOnlyList<string>? _others;

        public Token Token => token;

        public string Folded => _folded ??= Spellings.Fold(text.Substring(token.Start, token.Length));

        public string Stem => _stem ??= Porter.Stem(Folded);

        public IReadOnlyList<string> Others => _others ??= [.. Spellings.Others(text.Substring(token.Start, token.Length))];
    }

    /// <summary>A term of the query in the same forms.</summary>
    private sealed class Wanted(Term term, bool isLast)
    {
        private readonly IReadOnlyList<Form> _forms = [.. term.Tokens.Select((t, i) => new Form(term[i], t.IsUnspaced, isLast && !term.IsPhrase && i == term.Tokens.Count - 1))];

        // "team-working" is found where "teamworking" stands too.
        private readonly Form? _joined = term.Tokens.Count > 1 && !term.IsPhrase ? new Form(string.Concat(term.Tokens.Select((_, i) => term[i])), false, isLast) : null;

        // And the other way about.
        private readonly (Form First, Form Second)? _parted = term.Parted is { } parted ? (new Form(parted.First, false, false), new Form(parted.Second, false, isLast)) : null;

        private readonly Form? _bare = term.IsElided ? new Form(term[1], false, isLast) : null;

        public string? Column => term.Column;

        public IEnumerable<char> Beginnings => _forms.Concat(new[] { _bare }.OfType<Form>()).SelectMany(f => f.Beginnings);

        /// <summary>Where it stands in the text from one word on.</summary>
        public IEnumerable<(int Start, int End)> In(string text, List<Word> words, int at)
        {
            if (_forms.Any(f => f.IsUnspaced))
            {
                var token = words[at].Token;
                foreach (var form in _forms)
                {
                    if (form.IsUnspaced != token.IsUnspaced) continue;
                    if (!form.IsUnspaced && form.Is(words[at])) yield return (token.Start, token.End);
                    for (var i = token.Start; form.IsUnspaced && (i = text.IndexOf(form.Text, i, token.End - i, StringComparison.Ordinal)) >= 0; i += form.Text.Length) yield return (i, i + form.Text.Length);
                }
            }
            else if (at + _forms.Count <= words.Count && _forms.Index().All(f => f.Item.Is(words[at + f.Index])))
            {
                yield return (words[at].Token.Start, words[at + _forms.Count - 1].Token.End);
            }
            else if (_joined?.Is(words[at]) == true || _bare?.Is(words[at]) == true)
            {
                yield return (words[at].Token.Start, words[at].Token.End);
            }
            else if (_forms.Count == 1 && at + 1 < words.Count && words[at + 1].Token.Start == words[at].Token.End + 1 && Spellings.IsHyphen(text[words[at].Token.End]) && _forms[0].Is(words[at], words[at + 1]))
            {
                yield return (words[at].Token.Start, words[at + 1].Token.End);
            }
            else if (_parted is { } parted && at + 1 < words.Count && parted.First.Is(words[at]) && parted.Second.Is(words[at + 1]))
            {
                yield return (words[at].Token.Start, words[at + 1].Token.End);
            }
        }
    }

    private sealed class Form(string text, bool isUnspaced, bool isBeginning)
    {
        private readonly string _folded = Spellings.Fold(text);
        private readonly List<string> _stems = [.. Spellings.Akin(Spellings.Fold(text)).Prepend(Spellings.Fold(text)).Select(Porter.Stem)];
        private readonly List<string> _others = [.. Spellings.Others(text), .. Spellings.WithArticleOrWithout(text)];

        public string Text => text;

        public IEnumerable<char> Beginnings => _others.Append(_folded).Where(f => f.Length > 0).Select(f => f[0]);

        public bool IsUnspaced => isUnspaced;

        /// <summary>Whether it is both, written as one.</summary>
        public bool Is(Word first, Word second) =>
            _folded.Length > 1 && _folded.StartsWith(first.Folded, StringComparison.Ordinal) && (isBeginning ? (first.Folded + second.Folded).StartsWith(_folded, StringComparison.Ordinal) : _stems.Contains(Porter.Stem(first.Folded + second.Folded)));

        public bool Is(Word word)
        {
            // Stems differ in their endings only, but for very short words.
            if (word.Folded.Length > 0 && _folded.Length > 0 && word.Folded[0] == _folded[0] && (_stems.Exists(s => s == word.Stem) || (isBeginning && text.Length > 1 && word.Folded.StartsWith(_folded, StringComparison.Ordinal)))) return true;
            return word.Others.Any(other => other == _folded || _others.Exists(o => o == other)) || _others.Exists(o => o == word.Folded);
        }
    }
}
