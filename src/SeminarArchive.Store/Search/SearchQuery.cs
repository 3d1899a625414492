using System.Buffers;
using System.Text;

namespace SeminarArchive.Store.Search;

/// <summary>
/// What a visitor typed, taken apart: words, <c>"phrases"</c>, <c>-without</c>, and words for one field (<c>speaker:west</c>, <c>year:2018-2020</c>).
/// Whatever is not one of these is plain words; no query is wrong.
/// </summary>
public sealed class SearchQuery
{
    /// <summary>Longest query that is looked at, in characters; the rest is cut off.</summary>
    public const int MaxLength = 200;

    private const int MaxTerms = 32;

    private static readonly Dictionary<string, string> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = "Title", ["speaker"] = "Speakers", ["affiliation"] = "Affiliations", ["category"] = "Categories", ["tag"] = "Tags", ["abstract"] = "Abstract",
    };

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // What is asked of the catalogue and not of the index.
    private static readonly string[] Apart = ["year", "has", "author"];

    private SearchQuery(string text, bool wasCut, IReadOnlyList<Term> terms, IReadOnlyList<YearSpan> years, IReadOnlyList<Availability> has, IReadOnlyList<Poster> posters) =>
        (Text, WasCut, Terms, Years, Has, Posters) = (text, wasCut, terms, years, has, posters);

    // Where years stand that were read as a range without "year:".
    private List<(int Start, int End)> Ranges { get; init; } = [];

    /// <summary>As typed, without white space around it, kana in their usual width; at most <see cref="MaxLength"/> characters.</summary>
    public string Text { get; }

    /// <summary>True when the query was longer than the archive reads.</summary>
    public bool WasCut { get; }

    /// <summary>True when there is nothing to look for.</summary>
    public bool IsEmpty => Terms.Count == 0 && !IsNarrowed;

    internal IReadOnlyList<Term> Terms { get; }

    internal IReadOnlyList<YearSpan> Years { get; }

    internal IReadOnlyList<Availability> Has { get; }

    internal IReadOnlyList<Poster> Posters { get; }

    /// <summary>True when it asks for something beside words.</summary>
    internal bool IsNarrowed => Years.Count + Has.Count + Posters.Count > 0;

    /// <summary>The years that were read as a range without <c>year:</c>, as they are printed; null when none were.</summary>
    public string? ReadYears => Ranges.Count == 0 ? null : string.Join(", ", Ranges.Select(r => YearSpan.At(Text, r.Start, excluded: false)!.Value.Span));

    /// <summary>The same query with these years in quotes, so that they are words; null when there are none.</summary>
    public string? WithYearsAsWords => Ranges.Count == 0 ? null : Enumerable.Reverse(Ranges).Aggregate(Text, (text, r) => $"{text[..r.Start]}\"{text[r.Start..r.End]}\"{text[r.End..]}");

    /// <summary>Names before a colon whose values the archive does not know (<c>has:cake</c>), and names that it does not know itself (<c>lang:ar</c>); in lower case.</summary>
    public IReadOnlyList<string> Unread { get; private init; } = [];

    // Where a quote stands that is never closed.
    private int? OpenQuote { get; init; }

    public static SearchQuery Parse(string? text)
    {
        var whole = (text ?? "").Trim();
        // Half-width kana stand for the usual ones.
        var query = whole.AsSpan().IndexOfAnyInRange('\uFF66', '\uFF9F') < 0 ? whole : Content.PlainText.Normal(whole, NormalizationForm.FormKC);
        var wasCut = query.Length > MaxLength;
        if (wasCut) query = query[..(char.IsHighSurrogate(query[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];

        var (terms, years, has, posters) = (new List<Term>(), new List<YearSpan>(), new List<Availability>(), new List<Poster>());
        var (ranges, unread) = (new List<(int Start, int End)>(), new List<string>());
        int? openQuote = null;
        var i = 0;
        while (i < query.Length && terms.Count < MaxTerms)
        {
            if (char.IsWhiteSpace(query[i]))
            {
                i++;
                continue;
            }

            var excluded = query[i] is '-' or '−' && i + 1 < query.Length && (char.IsLetterOrDigit(query[i + 1]) || IsQuote(query[i + 1]));
            if (excluded) i++;
            var begun = i;
            var field = FieldAt(query, i);
            if (field is not null) i += field.Length + 1;
            while (char.IsWhiteSpace(query[i])) i++;
            var isYear = field is not null && field.Equals("year", StringComparison.OrdinalIgnoreCase);
            if ((field is null || isYear) && YearSpan.At(query, i, excluded) is { } range)
            {
                years.Add(range.Span);
                if (!isYear) ranges.Add((i, range.End));
                i = range.End;
                continue;
            }

            var (start, end, next) = ChunkAt(query, i);
            var quoted = start > i;
            if (!quoted && IsQuote(query[start])) openQuote = start;
            i = next;
            var chunk = query[start..end];
            if (isYear)
            {
                if (YearSpan.Parse(chunk, excluded) is { } span) years.Add(span);
                else AddUnread(field!, begun);
            }
            else if (field is not null && field.Equals("has", StringComparison.OrdinalIgnoreCase))
            {
                var values = chunk.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(MeansSlides).ToList();
                if (values.Count > 0 && values.TrueForAll(v => v is not null)) has.AddRange(values.Select(v => new Availability(v!.Value, excluded)));
                else AddUnread(field, begun);
            }
            else if (field is not null && field.Equals("author", StringComparison.OrdinalIgnoreCase))
            {
                posters.Add(new Poster([.. Token.Of(chunk).Select(t => Spellings.Fold(chunk.Substring(t.Start, t.Length)))], excluded));
            }
            else if (field is null && !quoted && DoiIn(chunk) is { } doi)
            {
                Add(terms, query, start + doi.Start, start + doi.Start + doi.Length, null, excluded, quoted: true, asTyped: true);
            }
            else if (field is null && !quoted && NameBefore(chunk) is { } name)
            {
                AddUnread(name, start);
            }
            else
            {
                Add(terms, query, start, end, field is null ? null : Columns[field], excluded, quoted);
            }

            void AddUnread(string name, int from)
            {
                unread.Add(name.ToLowerInvariant());
                Add(terms, query, from, end, null, excluded, quoted: false, asTyped: true);
            }
        }

        return new SearchQuery(query, wasCut, terms, years, has, posters) { Ranges = ranges, Unread = unread, OpenQuote = openQuote };
    }

    /// <summary>The same query without a quote that is never closed.</summary>
    internal SearchQuery WithoutOpenQuote() => OpenQuote is { } at ? Parse(Text.Remove(at, 1)) : this;

    /// <summary>The same query with its words for slides and recordings read as <c>has:slides</c> and <c>has:recording</c>; null when it has none.</summary>
    internal SearchQuery? ReadingWhatIsThere()
    {
        var text = Text;
        foreach (var term in Terms.Where(t => t is { IsWord: true, Column: null, IsPhrase: false, Excluded: false, IsAsTyped: false }).Reverse())
        {
            if (MeansSlides(term[0]) is { } slides) text = $"{text[..term.Tokens[0].Start]}has:{(slides ? "slides" : "recording")}{text[term.Tokens[0].End..]}";
        }

        return text == Text ? null : Parse(text);
    }

    // False for recordings, null for anything else.
    private static bool? MeansSlides(string word) => word.ToLowerInvariant() switch
    {
        "slides" or "slide" or "pdf" or "pdfs" => true,
        "recording" or "recordings" or "video" or "videos" => false,
        _ => null,
    };

    private static void Add(List<Term> terms, string query, int start, int end, string? column, bool excluded, bool quoted, bool asTyped = false)
    {
        var tokens = Token.Of(query[start..end]).Select(t => t with { Start = t.Start + start }).ToList();
        if (quoted && tokens.Count > 0)
        {
            terms.Add(new Term(query, tokens, column, excluded, IsPhrase: true, asTyped));
            return;
        }

        for (var i = 0; i < tokens.Count && terms.Count < MaxTerms;)
        {
            var count = 1;
            while (i + count < tokens.Count && AreHeld(query, tokens[i + count - 1], tokens[i + count])) count++;
            terms.Add(new Term(query, tokens.GetRange(i, count), column, excluded, IsPhrase: false, asTyped));
            i += count;
        }
    }

    // Words held together by an apostrophe or a hyphen stand beside each other in the text too, and so do the letters of "N.H.S.".
    private static bool AreHeld(string query, Token one, Token next) =>
        !one.IsUnspaced && !next.IsUnspaced && next.Start == one.End + 1 && (query[one.End] is '\'' or '’' or 'ʼ' or '-' or '‐' or '‑' || (query[one.End] == '.' && one.Length == 1 && next.Length == 1));

    // The name before a colon, when it is one and something follows; after a space, a word or a phrase.
    private static string? FieldAt(string query, int at)
    {
        var colon = query.IndexOf(':', at);
        if (colon <= at || colon - at > 12 || colon + 1 >= query.Length) return null;

        var next = colon + 1;
        while (next < query.Length && char.IsWhiteSpace(query[next])) next++;
        if (next == query.Length || (next > colon + 1 && ((!char.IsLetterOrDigit(query[next]) && !IsQuote(query[next])) || FieldAt(query, next) is not null))) return null;

        var name = query[at..colon];
        return Columns.ContainsKey(name) || Apart.Contains(name, StringComparer.OrdinalIgnoreCase) ? name : null;
    }

    // "lang" of "lang:ar", but nothing of an address or a time of day.
    private static string? NameBefore(string chunk) =>
        chunk.IndexOf(':', StringComparison.Ordinal) is > 1 and <= 12 and var colon && colon + 1 < chunk.Length && char.IsLetterOrDigit(chunk[colon + 1]) && chunk.AsSpan(0, colon).IndexOfAnyExcept(Letters) < 0 ? chunk[..colon] : null;

    // Where the DOI itself stands in what may be its address; the full stop of a sentence is none of it.
    private static (int Start, int Length)? DoiIn(string chunk) =>
        Content.Doi.Parse(chunk.TrimEnd('.', ',', ';')) is { } doi && chunk.IndexOf(doi, StringComparison.Ordinal) is >= 0 and var start ? (start, doi.Length) : null;

    // What stands between quotes, or up to the next white space or quote. A quote that is never closed counts for nothing.
    private static (int Start, int End, int Next) ChunkAt(string query, int at)
    {
        if (at < query.Length && IsQuote(query[at]))
        {
            var close = at + 1;
            while (close < query.Length && !IsQuote(query[close])) close++;
            if (close < query.Length) return (at + 1, close, close + 1);
        }

        var end = at + 1;
        while (end < query.Length && !char.IsWhiteSpace(query[end]) && !IsQuote(query[end])) end++;
        return (at, Math.Min(end, query.Length), Math.Min(end, query.Length));
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '「' or '」';
}

/// <summary>Slides, or a recording, asked for or excluded.</summary>
internal readonly record struct Availability(bool Slides, bool Excluded);

/// <summary>Words of the name of somebody who posts, asked for or excluded.</summary>
internal sealed record Poster(IReadOnlyList<string> Words, bool Excluded);
