using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using SeminarArchive.Content;

namespace SeminarArchive.Store.Search;

/// <summary>Keeps the full-text index and the list of words in line with the texts of published seminars.</summary>
/// <param name="bulk">True when the archive is empty: everything is then gathered at once, in <see cref="Finish"/>.</param>
internal sealed class IndexWriter(RowWriter rows, bool bulk)
{
    private const int LongestWord = 40;

    private static readonly string Columns = string.Join(", ", TextIndex.Columns.Select(c => $"\"{c.Name}\""));
    private static readonly string Published = $"SELECT \"Id\" FROM \"Seminars\" WHERE \"Status\" = {(int)SeminarStatus.Published}";

    private readonly Dictionary<string, Tally> _words = new(StringComparer.Ordinal);
    private int _counted;

    /// <summary>What finds a seminar beside its own texts.</summary>
    /// <param name="text">Its texts, without its speakers: their names are written in every form already.</param>
    public static string AlsoOf(SeminarFile seminar, SeminarText text)
    {
        var also = new StringBuilder();
        also.Append(seminar.OriginalTitle).Append(' ').Append(seminar.Location).Append(' ').Append(When(seminar.Date));
        foreach (var part in (ReadOnlySpan<string?>)[text.Title, text.Affiliations, text.Categories, text.Tags, text.Abstract, seminar.OriginalTitle, seminar.Location, .. seminar.Speakers.Select(s => s.Name)])
        {
            Spellings.AddOthers(also, part ?? "");
        }

        return also.ToString().Trim();
    }

    // "13 February 2020", "Feb 2020" and "2020-02-13" find it, each as far as it is known.
    private static string When(PartialDate date)
    {
        var english = CultureInfo.InvariantCulture;
        var words = date.Month is null ? "" : $"{(date.Day is null ? "" : date.First.ToString("%d ", english))}{date.First.ToString("MMMM", english)} {date.Year:0000} {date.First.ToString("MMM", english)} ";
        return $"{words}{date.Year:0000} {date}";
    }

    /// <summary>Has the seminar found by its texts as they are now; nothing happens to one that is not published.</summary>
    public void Add(int seminar)
    {
        if (bulk) return;

        Count(seminar, 1);
        rows.Run($"INSERT INTO \"SeminarIndex\" (rowid, {Columns}) SELECT \"SeminarId\", {Columns} FROM \"SeminarText\" WHERE \"SeminarId\" = $1 AND \"SeminarId\" IN ({Published})", seminar);
    }

    /// <summary>The opposite of <see cref="Add"/>; to be called while the texts and the seminar's status are still the same.</summary>
    public void Remove(int seminar)
    {
        if (bulk) return;

        Count(seminar, -1);
        rows.Run($"INSERT INTO \"SeminarIndex\" (\"SeminarIndex\", rowid, {Columns}) SELECT 'delete', \"SeminarId\", {Columns} FROM \"SeminarText\" WHERE \"SeminarId\" = $1 AND \"SeminarId\" IN ({Published})", seminar);
    }

    /// <summary>Completes the index, and writes how often each word occurs now.</summary>
    public void Finish()
    {
        if (bulk)
        {
            rows.Run($"INSERT INTO \"SeminarIndex\" (rowid, {Columns}) SELECT \"SeminarId\", {Columns} FROM \"SeminarText\" WHERE \"SeminarId\" IN ({Published})");
            Count($"\"SeminarId\" IN ({Published})", 1);
        }

        foreach (var (word, tally) in _words.Where(w => w.Value.Change != 0).OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            rows.Run("INSERT INTO \"Words\" (\"Text\", \"Count\") VALUES ($1, $2) ON CONFLICT (\"Text\") DO UPDATE SET \"Count\" = \"Count\" + $2", word, tally.Change);
            if (tally.Change < 0) rows.Run("DELETE FROM \"Words\" WHERE \"Text\" = $1 AND \"Count\" <= 0", word);
        }
    }

    private void Count(int seminar, int change) => Count($"\"SeminarId\" = $1 AND \"SeminarId\" IN ({Published})", change, seminar);

    private void Count(string condition, int change, params ReadOnlySpan<object?> values)
    {
        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[LongestWord];
        foreach (var texts in rows.Each($"SELECT {Columns} FROM \"SeminarText\" WHERE {condition}", values))
        {
            _counted++;
            for (var column = 0; column < TextIndex.Columns.Count; column++)
            {
                var text = texts.GetString(column);
                foreach (var token in Token.Of(text))
                {
                    // Numbers, and what is not a word between spaces, are not mistyped in a way that could be told.
                    if (token.IsUnspaced || token.Length > LongestWord || char.IsDigit(text[token.Start])) continue;

                    ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(words, Spellings.Fold(text.AsSpan(token.Start, token.Length), buffer), out _);
                    if (tally.Last == _counted) continue;

                    tally = new Tally(tally.Change + change, _counted);
                }
            }
        }
    }

    private readonly record struct Tally(int Change, int Last);
}
