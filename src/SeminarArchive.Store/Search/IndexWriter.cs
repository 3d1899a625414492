using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using SeminarArchive.Content;

namespace SeminarArchive.Store.Search;

/// <summary>Keeps the full-text index and the list of words in line with the texts of published seminars.</summary>
internal sealed class IndexWriter(RowWriter rows)
{
    private const int LongestWord = 40;

    private static readonly string Columns = string.Join(", ", TextIndex.Columns.Select(c => $"\"{c.Name}\""));
    private static readonly string Insert = $"INSERT INTO \"SeminarIndex\" (rowid, {Columns}) VALUES (?{string.Concat(TextIndex.Columns.Select(_ => ", ?"))})";

    private readonly Dictionary<string, int> _changes = new(StringComparer.Ordinal);
    private readonly Lexicon _lexicon = new();

    /// <summary>To be called while the index is empty and a great number of seminars is about to come: more of it is kept in memory before it is written.</summary>
    /// <param name="begin">False when all have come.</param>
    public void Gather(bool begin) => rows.Run("INSERT INTO \"SeminarIndex\" (\"SeminarIndex\", rank) VALUES ('hashsize', $1)", begin ? 16 * 1024 * 1024 : 1024 * 1024);

    /// <summary>What finds a seminar beside its own texts.</summary>
    /// <param name="text">Its texts, without its speakers: their names are written in every form already.</param>
    public static string AlsoOf(SeminarFile seminar, SeminarText text)
    {
        var also = new StringBuilder();
        also.Append(seminar.OriginalTitle).Append(' ').Append(seminar.Location).Append(' ').Append(When(seminar.Date)).Append(Spelt(seminar.EventStatus));
        foreach (var part in (ReadOnlySpan<string?>)[text.Title, text.Affiliations, text.Categories, text.Tags, text.Abstract, seminar.OriginalTitle, seminar.Location, .. seminar.Speakers.Select(s => s.Name)])
        {
            Spellings.AddOthers(also, part ?? "");
            Spellings.AddJoined(also, part ?? "");
        }

        if (seminar.Doi is { } doi) also.Append(" doi ").Append(doi);
        return also.ToString().Trim();
    }

    private static string Spelt(EventStatus status) => status switch { EventStatus.Cancelled => " cancelled canceled", EventStatus.Postponed => " postponed", _ => "" };

    // "13 February 2020", "Feb 2020" and "2020-02-13" find it, each as far as it is known.
    private static string When(PartialDate date)
    {
        var english = CultureInfo.InvariantCulture;
        var year = date.Year.ToString("0000", english);
        return date.Month is { } month
            ? string.Create(english, $"{date.Day}{(date.Day is null ? "" : " ")}{english.DateTimeFormat.GetMonthName(month)} {year} {english.DateTimeFormat.GetAbbreviatedMonthName(month)} {year} {date}")
            : $"{year} {date}";
    }

    /// <summary>Every word of a seminar's texts that may be meant by a mistyped one, folded, once.</summary>
    public static IReadOnlyCollection<string> WordsOf(SeminarText text, Lexicon lexicon)
    {
        var words = lexicon.Words;
        words.Clear();
        // First, since the lexicon may have read it just now.
        foreach (var (token, word) in lexicon.Read(text.Abstract))
        {
            if (IsWord(token, text.Abstract)) words.Add(word.Text);
        }

        foreach (var part in (ReadOnlySpan<string>)[text.Title, text.Speakers, text.Affiliations, text.Categories, text.Tags, text.Also])
        {
            foreach (var token in Token.Of(part))
            {
                if (IsWord(token, part)) words.Add(lexicon.Of(part.AsSpan(token.Start, token.Length)).Text);
            }
        }

        return [.. words];
    }

    // Numbers, and what is not a word between spaces, are not mistyped in a way that could be told.
    private static bool IsWord(Token token, string text) => !token.IsUnspaced && token.Length <= LongestWord && !char.IsDigit(text[token.Start]);

    /// <summary>Has a published seminar found by its texts.</summary>
    public void Add(SeminarText text, IReadOnlyCollection<string> words)
    {
        Count(words, 1);
        rows.Statement(Insert).Add(text.SeminarId).Add(text.Title).Add(text.Speakers).Add(text.Affiliations).Add(text.Categories).Add(text.Tags).Add(text.Abstract).Add(text.Also).Run();
    }

    /// <summary>Has the seminar found by its texts as they are stored now; nothing happens to one that is not published.</summary>
    public void Add(int seminar)
    {
        if (Stored(seminar) is { } text) Add(text, WordsOf(text, _lexicon));
    }

    /// <summary>The opposite of <see cref="Add(int)"/>; to be called while the texts and the seminar's status are still the same.</summary>
    public void Remove(int seminar)
    {
        if (Stored(seminar) is not { } text) return;
        Count(WordsOf(text, _lexicon), -1);
        rows.Run($"INSERT INTO \"SeminarIndex\" (\"SeminarIndex\", rowid, {Columns}) SELECT 'delete', \"SeminarId\", {Columns} FROM \"SeminarText\" WHERE \"SeminarId\" = $1", seminar);
    }

    /// <summary>Writes how often each word occurs now.</summary>
    /// <param name="anew">True when none is written yet.</param>
    public void Finish(bool anew)
    {
        foreach (var (word, change) in _changes.Where(w => w.Value != 0).OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            if (anew)
            {
                rows.Put(new Word { Text = word, Count = change });
                continue;
            }

            rows.Run("INSERT INTO \"Words\" (\"Text\", \"Count\") VALUES ($1, $2) ON CONFLICT (\"Text\") DO UPDATE SET \"Count\" = \"Count\" + $2", word, change);
            if (change < 0) rows.Run("DELETE FROM \"Words\" WHERE \"Text\" = $1 AND \"Count\" <= 0", word);
        }
    }

    private SeminarText? Stored(int seminar) => rows.Rows(
        $"SELECT {Columns} FROM \"SeminarText\" WHERE \"SeminarId\" = $1 AND EXISTS (SELECT 1 FROM \"Seminars\" WHERE \"Id\" = $1 AND \"Status\" = {(int)SeminarStatus.Published})",
        r => new SeminarText
        {
            SeminarId = seminar,
            Title = r.GetString(0),
            Speakers = r.GetString(1),
            Affiliations = r.GetString(2),
            Categories = r.GetString(3),
            Tags = r.GetString(4),
            Abstract = r.GetString(5),
            Also = r.GetString(6),
        },
        seminar) is [var text] ? text : null;

    private void Count(IReadOnlyCollection<string> words, int change)
    {
        foreach (var word in words) CollectionsMarshal.GetValueRefOrAddDefault(_changes, word, out _) += change;
    }
}
