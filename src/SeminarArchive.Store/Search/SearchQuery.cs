using System.Globalization;
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

    // What is asked of the catalogue and not of the index.
    private static readonly string[] Apart = ["year", "has", "author"];

    private SearchQuery(string text, bool wasCut, IReadOnlyList<Term> terms, IReadOnlyList<YearSpan> years, IReadOnlyList<Availability> has, IReadOnlyList<Poster> posters) =>
        (Text, WasCut, Terms, Years, Has, Posters) = (text, wasCut, terms, years, has, posters);

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

    public static SearchQuery Parse(string? text)
    {
        var whole = (text ?? "").Trim();
        // Half-width kana stand for the usual ones.
        var query = whole.AsSpan().IndexOfAnyInRange('\uFF66', '\uFF9F') < 0 ? whole : Content.PlainText.Normal(whole, NormalizationForm.FormKC);
        var wasCut = query.Length > MaxLength;
        if (wasCut) query = query[..(char.IsHighSurrogate(query[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];

        var (terms, years, has, posters) = (new List<Term>(), new List<YearSpan>(), new List<Availability>(), new List<Poster>());
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
            var (start, end, next) = ChunkAt(query, i);
            var quoted = start > i;
            i = next;
            var chunk = query[start..end];
            if (field is not null && field.Equals("year", StringComparison.OrdinalIgnoreCase))
            {
                if (YearSpan.Parse(chunk, excluded) is { } span) years.Add(span);
                else Add(terms, query, begun, end, null, excluded, quoted: false);
            }
            else if (field is not null && field.Equals("has", StringComparison.OrdinalIgnoreCase))
            {
                if (MeansSlides(chunk) is { } slides) has.Add(new Availability(slides, excluded));
                else Add(terms, query, begun, end, null, excluded, quoted: false);
            }
            else if (field is not null && field.Equals("author", StringComparison.OrdinalIgnoreCase))
            {
                posters.Add(new Poster([.. Token.Of(chunk).Select(t => Spellings.Fold(chunk.Substring(t.Start, t.Length)))], excluded));
            }
            else
            {
                Add(terms, query, start, end, field is null ? null : Columns[field], excluded, quoted);
            }
        }

        return new SearchQuery(query, wasCut, terms, years, has, posters);
    }

    /// <summary>The same query with its words for slides and recordings read as <c>has:slides</c> and <c>has:recording</c>; null when it has none.</summary>
    internal SearchQuery? ReadingWhatIsThere()
    {
        var text = Text;
        foreach (var term in Terms.Where(t => t is { IsWord: true, Column: null, IsPhrase: false, Excluded: false }).Reverse())
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

    private static void Add(List<Term> terms, string query, int start, int end, string? column, bool excluded, bool quoted)
    {
        var tokens = Token.Of(query[start..end]).Select(t => t with { Start = t.Start + start }).ToList();
        if (quoted && tokens.Count > 0)
        {
            terms.Add(new Term(query, tokens, column, excluded, IsPhrase: true));
            return;
        }

        for (var i = 0; i < tokens.Count && terms.Count < MaxTerms;)
        {
            var count = 1;
            while (i + count < tokens.Count && AreHeld(query, tokens[i + count - 1], tokens[i + count])) count++;
            terms.Add(new Term(query, tokens.GetRange(i, count), column, excluded, IsPhrase: false));
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

/// <summary>Years asked for or excluded, both ends included.</summary>
internal readonly record struct YearSpan(int From, int To, bool Excluded)
{
    public bool Allows(int year) => (year >= From && year <= To) != Excluded;

    /// <summary><c>2020</c>, <c>2018-2020</c>, <c>2018..2020</c>, <c>2018-</c>; null for anything else.</summary>
    public static YearSpan? Parse(string text, bool excluded)
    {
        var dash = text.IndexOfAny(['-', '–', '.']);
        var (first, last) = dash < 0 ? (text, text) : (text[..dash], text[dash..].Trim('-', '–', '.'));
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from) || from > 9999) return null;
        if (last.Length == 0) return new YearSpan(from, 9999, excluded);
        return int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to) && to <= 9999 ? new YearSpan(Math.Min(from, to), Math.Max(from, to), excluded) : null;
    }
}

/// <summary>Slides, or a recording, asked for or excluded.</summary>
internal readonly record struct Availability(bool Slides, bool Excluded);

/// <summary>Words of the name of somebody who posts, asked for or excluded.</summary>
internal sealed record Poster(IReadOnlyList<string> Words, bool Excluded);
